package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunInfo;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.GraphResult;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import dev.gatun.graph.Subgraph;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Off-heap memory: limits hold, everything is given back, nothing is used after that.
class MemoryTest {
  private static final EdgeList EDGES = Shapes.weighted(Shapes.rmat(14, 200_000, 5), 100, 6).list();

  private long before;

  @BeforeEach
  void look() {
    before = liveBytes();
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  /// A call on a graph.
  private record Call(String name, Function<CsrGraph, Function<RunOptions, AutoCloseable>> of) {}

  private static final List<Call> CALLS =
      List.of(
          new Call("bfs", graph -> run -> graph.bfs(Bfs.from(0), run)),
          new Call("sssp", graph -> run -> graph.shortestPaths(ShortestPaths.from(0), run)),
          new Call("components", graph -> graph::components),
          new Call("pagerank", graph -> run -> graph.pageRank(PageRank.defaults(), run)),
          new Call("transpose", graph -> graph::transpose),
          new Call("subgraph", graph -> run -> graph.subgraph(firstThousand(), run)));

  private static int[] firstThousand() {
    return IntStream.range(0, 1000).toArray();
  }

  @TestFactory
  Stream<DynamicTest> limitsHoldToTheByte() {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                Stream.concat(
                    Stream.of(
                        Named.test(
                            "build on " + setup,
                            () -> assertLimit(setup, run -> CsrGraph.builder().build(EDGES, run)))),
                    CALLS.stream()
                        .map(
                            call ->
                                Named.test(
                                    call.name() + " on " + setup,
                                    () -> {
                                      try (CsrGraph graph = CsrGraph.builder().build(EDGES)) {
                                        assertLimit(setup, call.of().apply(graph));
                                      }
                                    }))));
  }

  /// The peak that a call reports is what it needs: with that limit it runs, with a byte less not.
  private static void assertLimit(Setup setup, Function<RunOptions, AutoCloseable> call)
      throws Exception {
    // Graphs build their in-edges once.
    call.apply(setup.options()).close();
    long before = liveBytes();
    long peak;
    try (AutoCloseable result = call.apply(setup.options())) {
      peak = peak(result);
      assertTrue(liveBytes() > before);
      assertTrue(peak >= liveBytes() - before);
    }
    assertEquals(before, liveBytes());
    call.apply(setup.options().memoryLimit(peak)).close();
    for (long limit : new long[] {peak - 1, peak / 2, 1000}) {
      MemoryLimitException e =
          assertThrows(
              MemoryLimitException.class, () -> call.apply(setup.options().memoryLimit(limit)));
      assertEquals(limit, e.limit());
      assertTrue(e.requested() > 0);
      assertTrue(e.getMessage().contains("limit of " + limit + " bytes"), e.getMessage());
      assertEquals(before, liveBytes(), "nothing of the call stays allocated");
    }
  }

  private static long peak(AutoCloseable result) {
    RunInfo info =
        switch (result) {
          case GraphResult r -> r.info();
          case CsrGraph graph -> graph.buildInfo();
          case Subgraph part -> part.graph().buildInfo();
          default -> throw new AssertionError(result);
        };
    return info.peakBytes();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everythingIsGivenBack(Setup setup) throws Exception {
    try (CsrGraph graph = CsrGraph.builder().inEdges(true).build(EDGES, setup.options())) {
      assertTrue(graph.memoryBytes() > 0);
      assertEquals(before + graph.memoryBytes(), liveBytes());
      for (Call call : CALLS) {
        AutoCloseable result = call.of().apply(graph).apply(setup.options());
        result.close();
        assertDoesNotThrow(result::close, "closing twice");
        assertEquals(before + graph.memoryBytes(), liveBytes(), call.name());
      }
      graph.close();
      assertEquals(before, liveBytes());
    }
    Gatun.trimMemory();
    assertEquals(0, Gatun.metrics().memory().pooledBytes());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void useAfterCloseIsRefused(Setup setup) {
    RunOptions run = setup.options();
    CsrGraph graph = CsrGraph.builder().build(EDGES, run);
    BfsResult bfs = graph.bfs(Bfs.from(0), run);
    SsspResult sssp = graph.shortestPaths(ShortestPaths.from(0), run);
    ComponentsResult components = graph.components(run);
    PageRankResult ranks = graph.pageRank(PageRank.defaults(), run);
    graph.close();

    // Results have memory of their own.
    assertEquals(0, bfs.distance(0));
    assertEquals(0, sssp.distance(0));
    Stream.of(bfs, sssp, components, ranks).forEach(GraphResult::close);

    for (Call call : CALLS) {
      assertThrows(
          IllegalStateException.class, () -> call.of().apply(graph).apply(run), call.name());
    }
    assertRefused(() -> graph.neighbours(0));
    assertRefused(() -> graph.outDegree(0));
    assertRefused(() -> graph.inDegree(0));
    assertRefused(() -> graph.hasEdge(0, 1));
    assertRefused(() -> bfs.distance(0));
    assertRefused(() -> bfs.parents().toArray());
    assertRefused(() -> bfs.pathTo(1));
    assertRefused(() -> sssp.longDistances().get(0));
    assertRefused(() -> sssp.pathTo(1));
    assertRefused(() -> components.labels().get(0));
    assertRefused(components::sizes);
    assertRefused(() -> ranks.top(3));
    assertRefused(() -> ranks.ranks().segment().get(ValueLayout.JAVA_BYTE, 0));
    assertEquals(before, liveBytes());
  }

  private static void assertRefused(Executable use) {
    assertThrows(IllegalStateException.class, use);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void closingUnderARunningCallIsRefused(Setup setup) throws Exception {
    try (RunningCall call = new RunningCall(setup)) {
      assertRefused(call.graph()::close);
      // Still whole.
      assertTrue(call.graph().outDegree(0) > 0);
      try (BfsResult bfs = call.graph().bfs(Bfs.from(0), setup.options())) {
        assertTrue(bfs.reached() > 1);
      }
      call.finish();
      call.graph().close();
      assertRefused(() -> call.graph().bfs(0));
    }
    assertEquals(before, liveBytes());
  }

  @Test
  void memoryIsCountedForTheProcess() {
    try (CsrGraph graph = CsrGraph.builder().build(EDGES)) {
      var memory = Gatun.metrics().memory();
      assertTrue(memory.liveBytes() >= graph.memoryBytes());
      assertTrue(memory.peakBytes() >= memory.liveBytes());
      assertEquals("" + memory.liveBytes(), Gatun.debugInfo().get("memory.live"));
    }
  }

  private static long liveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }
}
