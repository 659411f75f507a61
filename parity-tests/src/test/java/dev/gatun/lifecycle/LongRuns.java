package dev.gatun.lifecycle;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.WeightType;
import dev.gatun.support.Edges;
import dev.gatun.support.Shapes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One call of each kernel that takes long enough to be ended halfway.
final class LongRuns implements AutoCloseable {
  private static final int PATH = 2_000_000;
  private static final int TUPLES = 4_000_000;
  private static final int HUB_TARGETS = 1 << 20;
  private static final int HUB_ENTRIES = 64 << 20;

  /// @param name what the run is about
  /// @param kernel as it calls itself
  /// @param start makes the call
  record LongRun(String name, String kernel, Function<RunOptions, AutoCloseable> start) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Arena arena = Arena.ofShared();
  private final MemorySegment offsets =
      arena.allocate((HUB_TARGETS + 1) * (long) Long.BYTES, Long.BYTES);
  private final MemorySegment neighbours =
      arena.allocate(HUB_ENTRIES * (long) Integer.BYTES, Long.BYTES);
  private final EdgeList tuples = Shapes.uniform(TUPLES / 8, TUPLES, 1).list();
  private final CsrGraph path;
  private final CsrGraph hub;

  LongRuns() {
    Edges edges = Shapes.weighted(Shapes.shuffledPath(PATH, 2), 255, 3);
    path = CsrGraph.builder().undirected().build(edges.list());
    // One row has all entries.
    for (int v = 1; v <= HUB_TARGETS; v++) {
      offsets.setAtIndex(ValueLayout.JAVA_LONG, v, HUB_ENTRIES);
    }
    int parallel = HUB_ENTRIES / HUB_TARGETS;
    for (int e = 0; e < HUB_ENTRIES; e++) {
      neighbours.setAtIndex(ValueLayout.JAVA_INT, e, e / parallel);
    }
    hub = hub(RunOptions.defaults());
  }

  private CsrGraph hub(RunOptions run) {
    return CsrGraph.ofCsr(true, offsets, neighbours, null, WeightType.NONE, run);
  }

  /// One of each kernel, PageRank without an end.
  List<LongRun> all() {
    LongRun pageRank = new LongRun("pagerank", "csr_pagerank", pageRank());
    return Stream.concat(Stream.of(pageRank), others()).toList();
  }

  /// One of each kernel, each with an end.
  List<LongRun> ending() {
    PageRank some = PageRank.defaults().tolerance(0).maxIterations(5);
    LongRun pageRank = new LongRun("pagerank", "csr_pagerank", run -> path.pageRank(some, run));
    return Stream.concat(Stream.of(pageRank), others()).toList();
  }

  /// A path in random order has no locality and no width: all searches are slow on it.
  private Stream<LongRun> others() {
    ShortestPaths manyBuckets = ShortestPaths.from(0).method(SsspMethod.DELTA_STEPPING).delta(1);
    return Stream.of(
        new LongRun("check", "csr_check", this::hub),
        new LongRun(
            "build", "csr_build", run -> CsrGraph.builder().undirected().build(tuples, run)),
        new LongRun("bfs", "csr_bfs", run -> path.bfs(Bfs.from(0), run)),
        new LongRun("components", "csr_components", path::components),
        new LongRun("sssp", "csr_sssp", run -> path.shortestPaths(manyBuckets, run)));
  }

  /// Where all the work is at one vertex.
  List<LongRun> atOneVertex() {
    ShortestPaths dijkstra = ShortestPaths.from(0).method(SsspMethod.DIJKSTRA);
    ShortestPaths deltaStepping = ShortestPaths.from(0).method(SsspMethod.DELTA_STEPPING);
    return List.of(
        new LongRun("transpose of a hub", "csr_build", hub::transpose),
        new LongRun("bfs of a hub", "csr_bfs", run -> hub.bfs(Bfs.from(0), run)),
        new LongRun("components of a hub", "csr_components", hub::components),
        new LongRun("dijkstra of a hub", "csr_sssp", run -> hub.shortestPaths(dijkstra, run)),
        new LongRun(
            "delta-stepping of a hub", "csr_sssp", run -> hub.shortestPaths(deltaStepping, run)));
  }

  /// A call that would take days.
  Function<RunOptions, AutoCloseable> pageRank() {
    PageRank endless = PageRank.defaults().tolerance(0).maxIterations(1_000_000_000);
    return run -> path.pageRank(endless, run);
  }

  @Override
  public void close() {
    hub.close();
    path.close();
    tuples.close();
    arena.close();
  }
}
