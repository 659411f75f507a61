package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsrDfsParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll("picks") int[] picks,
      @ForAll @IntRange(min = -1, max = 20) int maxDepth) {
    assertDfsParity(form, picks, maxDepth);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form,
      @ForAll("picks") int[] picks,
      @ForAll @IntRange(min = -1, max = 200) int maxDepth) {
    assertDfsParity(form, picks, maxDepth);
  }

  private static void assertDfsParity(TestGraph form, int[] picks, int maxDepth) {
    try (CsrGraph graph = form.build()) {
      DepthFirst from = DepthFirst.from(form.vertices(picks)).maxDepth(maxDepth);
      assertParity(run -> figures(graph, from, run));
      assertParity(run -> figures(graph, DepthFirst.forest().maxDepth(maxDepth), run));
    }
  }

  @NeedsNatives
  @Example
  void sourcesThatAreNoVerticesAreToldAlike() {
    try (CsrGraph graph = TestGraph.clean(Shapes.path(5), true).build()) {
      assertParity(run -> figures(graph, DepthFirst.from(2, 5), run));
      assertParity(run -> figures(graph, DepthFirst.from(-1), run));
    }
  }

  @Property(tries = 200)
  void javaEqualsRecursion(
      @ForAll("tinyGraphs") TestGraph form,
      @ForAll("picks") int[] picks,
      @ForAll @IntRange(min = -1, max = 5) int maxDepth) {
    try (CsrGraph graph = form.build()) {
      int[] sources = form.vertices(picks);
      int[] all = IntStream.range(0, graph.vertices()).toArray();
      DepthFirst from = DepthFirst.from(sources).maxDepth(maxDepth);
      DepthFirst forest = DepthFirst.forest().maxDepth(maxDepth);
      RunOptions run = Setup.JAVA.options();
      assertArrayEquals(new Recursion(graph, maxDepth).of(sources), figures(graph, from, run));
      assertArrayEquals(new Recursion(graph, maxDepth).of(all), figures(graph, forest, run));
    }
  }

  @Example
  void theEstimateHolds() {
    try (CsrGraph graph = TestGraph.clean(Shapes.uniform(20_000, 60_000, 1), false).build()) {
      EstimateChecks.assertHolds(graph, DepthFirst.forest());
      EstimateChecks.assertHolds(graph, DepthFirst.from(1));
    }
  }

  /// The definition.
  private static final class Recursion {
    private final CsrGraph graph;
    private final int maxDepth;
    private final List<Integer> preorder = new ArrayList<>();
    private final List<Integer> postorder = new ArrayList<>();
    private final int[] parents;
    private final int[] depths;
    private long trees;

    Recursion(CsrGraph graph, int maxDepth) {
      this.graph = graph;
      this.maxDepth = maxDepth;
      this.parents = new int[graph.vertices()];
      this.depths = new int[graph.vertices()];
      Arrays.fill(parents, -1);
      Arrays.fill(depths, -1);
    }

    Object[] of(int[] sources) {
      for (int source : sources) {
        if (depths[source] < 0) {
          trees++;
          visit(source, -1, 0);
        }
      }
      int[] discovery = new int[depths.length];
      int[] finish = new int[depths.length];
      Arrays.setAll(discovery, preorder::indexOf);
      Arrays.setAll(finish, postorder::indexOf);
      return new Object[] {
        preorder.stream().mapToInt(v -> v).toArray(),
        postorder.stream().mapToInt(v -> v).toArray(),
        discovery,
        finish,
        parents,
        depths,
        (long) preorder.size(),
        trees,
        Math.max(0, Arrays.stream(depths).max().orElse(0))
      };
    }

    private void visit(int v, int parent, int depth) {
      preorder.add(v);
      parents[v] = parent;
      depths[v] = depth;
      if (depth != maxDepth) {
        for (int neighbour : graph.neighbours(v)) {
          if (depths[neighbour] < 0) {
            visit(neighbour, v, depth + 1);
          }
        }
      }
      postorder.add(v);
    }
  }

  private static Object[] figures(CsrGraph graph, DepthFirst search, RunOptions run) {
    try (DepthFirstResult result = graph.run(search, run)) {
      assertEquals(graph.vertices(), result.table().rows());
      return new Object[] {
        result.preorder().toArray(),
        result.postorder().toArray(),
        result.discovery().toArray(),
        result.finish().toArray(),
        result.parents().toArray(),
        result.depths().toArray(),
        result.reached(),
        result.trees(),
        result.deepest()
      };
    }
  }
}
