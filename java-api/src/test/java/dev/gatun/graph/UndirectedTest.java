package dev.gatun.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class UndirectedTest {
  private static final int[] SOURCE = {3, 0, 0, 1, 2, 2, 0};
  private static final int[] TARGET = {0, 1, 2, 0, 2, 3, 1};

  @Test
  void directedGraphsAreMadeSymmetric() {
    assertIsSimple(CsrGraph.builder().directed(true).keepSelfLoops(true).duplicates(KEEP));
    assertIsSimple(CsrGraph.builder().directed(true));
  }

  @Test
  void loopsDuplicatesAndDisorderGo() {
    assertIsSimple(CsrGraph.builder().undirected().keepSelfLoops(true));
    assertIsSimple(CsrGraph.builder().undirected().duplicates(KEEP).sortNeighbours(false));
  }

  @Test
  void aSimpleGraphIsUsedAsItIs() {
    try (EdgeList edges = EdgeList.of(SOURCE, TARGET);
        CsrGraph graph = CsrGraph.builder().undirected().build(edges)) {
      assertUsedAsIs(graph, true);
    }
    try (EdgeList edges = EdgeList.of(new int[] {0, 1}, new int[] {1, 2});
        CsrGraph graph = CsrGraph.builder().undirected().duplicates(KEEP).build(edges)) {
      assertUsedAsIs(graph, false); // by looking at it
      assertUsedAsIs(graph, true);
    }
  }

  private static final Duplicates KEEP = Duplicates.KEEP;

  private static void assertUsedAsIs(CsrGraph graph, boolean known) {
    assertEquals(known, Undirected.isAtHand(graph));
    try (Execution execution = Execution.begin("test", RunOptions.defaults())) {
      assertSame(graph.csr(), Undirected.of(graph, execution));
    }
  }

  private static void assertIsSimple(CsrGraphBuilder builder) {
    try (EdgeList edges = EdgeList.of(SOURCE, TARGET);
        CsrGraph graph = builder.build(edges);
        Execution execution = Execution.begin("test", RunOptions.defaults())) {
      Csr simple = Undirected.of(graph, execution);
      assertNotSame(graph.csr(), simple);
      assertArrayEquals(
          new long[] {0, 3, 4, 6, 8},
          simple.offsets().asSlice(0, 5 * 8L).toArray(ValueLayout.JAVA_LONG));
      assertEquals(8, simple.entries());
      assertArrayEquals(
          new int[] {1, 2, 3, 0, 0, 3, 0, 2},
          simple.neighbours().asSlice(0, 8 * 4L).toArray(ValueLayout.JAVA_INT));
    }
  }
}
