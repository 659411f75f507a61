package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.SsspResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrSsspParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll SsspMethod method,
      @ForAll("deltas") double delta,
      @ForAll boolean parents) {
    assertSsspParity(form, sources, method, delta, parents);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll SsspMethod method,
      @ForAll("deltas") double delta,
      @ForAll boolean parents) {
    assertSsspParity(form, sources, method, delta, parents);
  }

  private static void assertSsspParity(
      TestGraph form, int[] sources, SsspMethod method, double delta, boolean parents) {
    try (CsrGraph graph = form.build()) {
      ShortestPaths options =
          ShortestPaths.from(form.vertices(sources)).method(method).delta(delta).parents(parents);
      assertParity(run -> figures(graph, options, run));
    }
  }

  @Property(tries = 200)
  void javaKeepsTheDefinition(
      @ForAll("tinyGraphs") TestGraph form, @ForAll("picks") int[] sources) {
    try (CsrGraph graph = form.build()) {
      ShortestPaths options = ShortestPaths.from(form.vertices(sources));
      assertEquals(
          Outcome.of(() -> NaiveSssp.figures(form, graph, options.sources())),
          outcome(Setup.JAVA, run -> figures(graph, options, run)));
    }
  }

  @Property(tries = 100)
  void pathsAddUpToDistances(@ForAll("graphs") TestGraph form, @ForAll("picks") int[] sources) {
    try (CsrGraph graph = TestGraph.clean(form.edges(), form.directed()).build()) {
      ShortestPaths options = ShortestPaths.from(form.vertices(sources));
      for (Setup setup : Setup.engines()) {
        setup.run(run -> assertPaths(graph, options, run));
      }
    }
  }

  private static Void assertPaths(CsrGraph graph, ShortestPaths options, RunOptions run) {
    try (SsspResult result = graph.shortestPaths(options, run)) {
      for (int v = 0; v < graph.vertices(); v++) {
        if (result.distance(v) == Double.POSITIVE_INFINITY) {
          assertEquals(0, result.pathTo(v).length);
        } else {
          assertPath(graph, result, v);
        }
      }
    } catch (ArithmeticException _) {
      // Some distance does not fit: javaKeepsTheDefinition knows when that is right.
    }
    return null;
  }

  private static void assertPath(CsrGraph graph, SsspResult result, int v) {
    int[] path = result.pathTo(v);
    assertEquals(v, path[path.length - 1]);
    assertEquals(-1, result.parents().get(path[0]));
    double length = 0;
    for (int i = 1; i < path.length; i++) {
      assertEquals(path[i - 1], result.parents().get(path[i]));
      length += graph.weight(path[i - 1], path[i]);
    }
    // Doubles count exactly up to 2^53 only.
    if (!result.isInteger() || length < 1L << 53) {
      assertEquals(result.distance(v), length);
    }
  }

  private static Object[] figures(CsrGraph graph, ShortestPaths options, RunOptions run) {
    try (SsspResult result = graph.shortestPaths(options, run)) {
      return new Object[] {
        result.isInteger() ? result.longDistances().toArray() : result.doubleDistances().toArray(),
        options.parents() ? result.parents().toArray() : null,
        result.reached()
      };
    }
  }

  @Provide
  Arbitrary<Double> deltas() {
    return Arbitraries.of(0.0, 0.0, 1e-3, 0.3, 1.0, 2.5, 100.0, 1e12);
  }
}
