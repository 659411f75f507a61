package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Parents;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrBfsParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll("depths") int maxDepth,
      @ForAll("agreedParents") Parents parents) {
    assertBfsParity(form, sources, maxDepth, parents);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll("depths") int maxDepth,
      @ForAll("agreedParents") Parents parents) {
    assertBfsParity(form, sources, maxDepth, parents);
  }

  private static void assertBfsParity(
      TestGraph form, int[] sources, int maxDepth, Parents parents) {
    try (CsrGraph graph = form.build()) {
      Bfs options = options(form, sources, maxDepth, parents);
      assertParity(run -> figures(graph, options, run));
    }
  }

  @Property(tries = 200)
  void anyParentsAreATree(
      @ForAll("graphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll("depths") int maxDepth) {
    try (CsrGraph graph = form.build()) {
      Bfs options = options(form, sources, maxDepth, Parents.ANY);
      int[] distances = (int[]) outcome(Setup.JAVA, run -> figures(graph, options, run)).figure(0);
      Stream.concat(Stream.of(Setup.JAVA), Setup.natives().stream())
          .forEach(setup -> setup.run(run -> assertTree(graph, options, distances, run)));
    }
  }

  private static Void assertTree(CsrGraph graph, Bfs options, int[] distances, RunOptions run) {
    try (BfsResult result = graph.bfs(options, run)) {
      assertArrayEquals(distances, result.distances().toArray());
      for (int v = 0; v < distances.length; v++) {
        int parent = result.parent(v);
        if (distances[v] <= 0) {
          assertEquals(-1, parent);
        } else {
          assertTrue(graph.hasEdge(parent, v), "no edge from parent " + parent + " to " + v);
          assertEquals(distances[v] - 1, distances[parent]);
          assertEquals(distances[v] + 1, result.pathTo(v).length);
        }
      }
    }
    return null;
  }

  @Property(tries = 200)
  void javaKeepsTheDefinition(
      @ForAll("tinyGraphs") TestGraph form,
      @ForAll("picks") int[] sources,
      @ForAll("depths") int maxDepth) {
    try (CsrGraph graph = form.build()) {
      Bfs options = options(form, sources, maxDepth, Parents.SMALLEST);
      int[] distances = shortest(graph, options);
      Object[] expected = {
        distances,
        smallestParents(graph, distances),
        Arrays.stream(distances).filter(d -> d >= 0).count(),
        Arrays.stream(distances).max().orElse(-1)
      };
      if (Arrays.stream(distances).allMatch(d -> d < 0)) {
        expected[3] = 0;
      }
      assertArrayEquals(expected, figures(graph, options, Setup.JAVA.options()));
    }
  }

  /// Distances by their definition: those of the sources are 0, and any other one is one more than
  /// the least of those from where an edge leads here.
  private static int[] shortest(CsrGraph graph, Bfs options) {
    int n = graph.vertices();
    int[] distances = new int[n];
    Arrays.fill(distances, -1);
    for (int source : options.sources()) {
      distances[source] = 0;
    }
    for (int d = 1; d < n && (options.maxDepth() < 0 || d <= options.maxDepth()); d++) {
      for (int u = 0; u < n; u++) {
        for (int v : graph.neighbours(u)) {
          if (distances[u] == d - 1 && distances[v] == -1) {
            distances[v] = d;
          }
        }
      }
    }
    return distances;
  }

  private static int[] smallestParents(CsrGraph graph, int[] distances) {
    int[] parents = new int[distances.length];
    Arrays.fill(parents, -1);
    for (int u = distances.length - 1; u >= 0; u--) {
      for (int v : graph.neighbours(u)) {
        if (distances[u] >= 0 && distances[v] == distances[u] + 1) {
          parents[v] = u;
        }
      }
    }
    return parents;
  }

  private static Bfs options(TestGraph form, int[] sources, int maxDepth, Parents parents) {
    return Bfs.from(form.vertices(sources)).maxDepth(maxDepth).parents(parents);
  }

  private static Object[] figures(CsrGraph graph, Bfs options, RunOptions run) {
    try (BfsResult result = graph.bfs(options, run)) {
      return new Object[] {
        result.distances().toArray(),
        options.parents() == Parents.NONE ? null : result.parents().toArray(),
        result.reached(),
        result.depth()
      };
    }
  }

  @Provide
  Arbitrary<Integer> depths() {
    return Arbitraries.oneOf(Arbitraries.just(-1), Arbitraries.integers().between(0, 5));
  }

  @Provide
  Arbitrary<Parents> agreedParents() {
    return Arbitraries.of(Parents.NONE, Parents.SMALLEST);
  }
}
