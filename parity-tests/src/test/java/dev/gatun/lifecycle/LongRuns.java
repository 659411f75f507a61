package dev.gatun.lifecycle;

import dev.gatun.RunOptions;
import dev.gatun.graph.BfsOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRankOptions;
import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.SsspOptions;
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
  private static final long ONE_ROW = 64L << 20;

  /// @param kernel as it calls itself
  /// @param start makes the call
  record LongRun(String kernel, Function<RunOptions, AutoCloseable> start) {
    @Override
    public String toString() {
      return kernel;
    }
  }

  private final Arena arena = Arena.ofShared();
  private final MemorySegment offsets = arena.allocate(2 * Long.BYTES, Long.BYTES);
  private final MemorySegment zeroes = arena.allocate(ONE_ROW * Integer.BYTES, Integer.BYTES);
  private final EdgeList tuples = Shapes.uniform(TUPLES / 8, TUPLES, 1).list();
  private final CsrGraph path;

  LongRuns() {
    Edges edges = Shapes.weighted(Shapes.shuffledPath(PATH, 2), 255, 3);
    path = CsrGraph.builder().undirected().build(edges.list());
    offsets.setAtIndex(ValueLayout.JAVA_LONG, 1, ONE_ROW);
  }

  /// One of each kernel, PageRank without an end. A path in random order has no locality and no
  /// width: all searches are slow on it.
  List<LongRun> all() {
    return Stream.concat(Stream.of(new LongRun("csr_pagerank", pageRank())), searches()).toList();
  }

  /// One of each kernel, each with an end.
  List<LongRun> ending() {
    PageRankOptions some = PageRankOptions.defaults().tolerance(0).maxIterations(5);
    LongRun pageRank = new LongRun("csr_pagerank", run -> path.pageRank(some, run));
    return Stream.concat(Stream.of(pageRank), searches()).toList();
  }

  private Stream<LongRun> searches() {
    SsspOptions manyBuckets = SsspOptions.from(0).method(SsspMethod.DELTA_STEPPING).delta(1);
    return Stream.of(
        new LongRun(
            "csr_check", run -> CsrGraph.ofCsr(true, offsets, zeroes, null, WeightType.NONE, run)),
        new LongRun("csr_build", run -> CsrGraph.builder().undirected().build(tuples, run)),
        new LongRun("csr_bfs", run -> path.bfs(BfsOptions.from(0), run)),
        new LongRun("csr_components", path::components),
        new LongRun("csr_sssp", run -> path.shortestPaths(manyBuckets, run)));
  }

  /// A call that would take days.
  Function<RunOptions, AutoCloseable> pageRank() {
    PageRankOptions endless = PageRankOptions.defaults().tolerance(0).maxIterations(1_000_000_000);
    return run -> path.pageRank(endless, run);
  }

  /// What [#pageRank] and the searches run on.
  CsrGraph path() {
    return path;
  }

  @Override
  public void close() {
    path.close();
    tuples.close();
    arena.close();
  }
}
