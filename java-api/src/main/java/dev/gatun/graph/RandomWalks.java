package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrWalks;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Random walks along out-edges, for embeddings and sampling: plain ones, and those of node2vec.
/// Immutable.
///
/// From vertex v an edge v → x is followed in proportion to its weight; a node2vec walk that came
/// from t multiplies that by 1 / p when x is t, by 1 when there is an edge t → x (of any weight),
/// and by 1 / q otherwise. Parallel edges count one by one, self loops too; an edge of weight 0 is
/// never followed. A walk ends early at a vertex without an edge to follow.
///
/// Walk k is the same on every engine, for any number of threads, and whatever other walks are made
/// with it: it depends on the graph, the starts, the seed, the length, p, q and k alone. There are
/// `perStart` walks from each start: walk k starts at start number k modulo the number of starts.
///
/// A step takes O(1), O(log degree) by weight, for node2vec on average a few times O(log degree) by
/// rejection sampling; where p and q make nearly every edge unlikely, and on graphs whose rows are
/// not sorted, O(degree).
///
/// Sources: A. Grover, J. Leskovec, node2vec: Scalable Feature Learning for Networks, KDD 2016; K.
/// Yang et al., KnightKing: A Fast Distributed Graph Random Walk Engine, SOSP 2019.
///
/// @param length vertices of a walk, its start included; at least 1
/// @param starts where walks start, null: at every vertex; default null
/// @param perStart walks from each of them; default 1
/// @param seed default 0
/// @param p how unlikely it is to go straight back, finite, above 0; default 1
/// @param q how unlikely it is to go further away, finite, above 0; default 1
/// @param weighted whether the graph's weights count; default true
public record RandomWalks(
    int length,
    int @Nullable [] starts,
    int perStart,
    long seed,
    double p,
    double q,
    boolean weighted)
    implements GraphAlgorithm<RandomWalksResult> {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when one of them is out of range
  public RandomWalks {
    if (length < 1) {
      throw new IllegalArgumentException("length " + length + " is below 1");
    }
    if (perStart < 0) {
      throw new IllegalArgumentException("walks per start " + perStart + " is negative");
    }
    checkFactor("p", p);
    checkFactor("q", q);
    starts = starts == null ? null : starts.clone();
  }

  private static void checkFactor(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY && 1 / value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " is not a finite number above 0");
    }
  }

  /// A walk of so many vertices from every vertex, with the defaults above.
  public static RandomWalks ofLength(int length) {
    return new RandomWalks(length, null, 1, 0, 1, 1, true);
  }

  /// From these vertices.
  public RandomWalks from(int... vertices) {
    return new RandomWalks(length, vertices, perStart, seed, p, q, weighted);
  }

  /// With so many walks from each start.
  public RandomWalks perStart(int value) {
    return new RandomWalks(length, starts, value, seed, p, q, weighted);
  }

  /// With this seed.
  public RandomWalks seed(long value) {
    return new RandomWalks(length, starts, perStart, value, p, q, weighted);
  }

  /// As node2vec walks: `p` above 1 makes it unlikely to go straight back, `q` below 1 likely to go
  /// further away.
  public RandomWalks node2vec(double returning, double inOut) {
    return new RandomWalks(length, starts, perStart, seed, returning, inOut, weighted);
  }

  /// With the graph's weights, or with all edges of a vertex as likely.
  public RandomWalks weighted(boolean value) {
    return new RandomWalks(length, starts, perStart, seed, p, q, value);
  }

  /// Walks on a graph of so many vertices.
  private long count(int vertices) {
    return (long) perStart * (starts == null ? vertices : starts.length);
  }

  /// Makes all walks.
  ///
  /// @throws IllegalArgumentException when a start is no vertex, or weights are to be used and one
  ///     is negative, infinite or NaN, or those of a row sum to infinity
  @Override
  public RandomWalksResult run(CsrGraph graph, RunOptions options) {
    return run(graph, 0, count(graph.vertices()), options);
  }

  /// Makes the walks `first` to `first + count - 1`: a batch of them. There is no last one, since
  /// starts begin anew after each round.
  ///
  /// @throws IllegalArgumentException also when first or count is negative, or there are walks to
  ///     make but no vertex to start at
  public RandomWalksResult run(CsrGraph graph, long first, long count, RunOptions options) {
    if (first < 0 || count < 0 || first > Long.MAX_VALUE - count) {
      throw new IllegalArgumentException("no walks " + first + " to " + (first + count - 1));
    }
    if (count > 0 && (starts == null ? graph.vertices() : starts.length) == 0) {
      throw new IllegalArgumentException("there is no vertex to start at");
    }
    try (Execution execution = Execution.begin("random walks", options)) {
      Csr given = graph.use(execution);
      Csr csr = weighted ? given : Rankings.unweighted(given);
      Region region = execution.resultRegion();
      MemorySegment walks = region.allocate(count, (long) length * Integer.BYTES);
      CsrWalks.Args args =
          new CsrWalks.Args(
              csr,
              starts == null ? null : Searches.offHeap(starts, execution),
              seed,
              first,
              count,
              length,
              p,
              q,
              walks);
      Kernels.CSR_WALKS.call(args, new Work(count * length, csr.bytes()), execution);
      return new RandomWalksResult(
          execution.keep(region), execution.complete(), walks, first, length);
    }
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    int startCount = starts == null ? 0 : starts.length;
    Estimate estimate =
        Estimate.of("random walks", graph, options)
            .result(count(graph.vertices()) * length, JAVA_INT)
            .scratch(startCount, JAVA_INT);
    return weighted ? estimate.kernel(Kernels.CSR_WALKS, startCount).total() : estimate.total();
  }
}
