package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrSpanning;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The edges of a minimum spanning forest, in order of source and target. Each has its smaller
/// vertex as source. Integer weights (and none, each edge weighing 1) are given as 64-bit integers
/// with an exact sum, floating-point weights as doubles.
public final class SpanningForestResult extends GraphResult {
  private final int vertices;
  private final IntVector sources;
  private final IntVector targets;
  private final @Nullable LongVector longs;
  private final @Nullable DoubleVector doubles;
  private final CsrSpanning.Result summary;

  SpanningForestResult(
      Region region, RunInfo info, CsrSpanning.Args args, CsrSpanning.Result summary) {
    super(region, info);
    this.vertices = args.graph().vertices();
    this.sources = new IntVector(first(args.sources(), summary, Integer.BYTES));
    this.targets = new IntVector(first(args.targets(), summary, Integer.BYTES));
    boolean integer = args.graph().weightType().isInteger();
    MemorySegment weights = first(args.weights(), summary, Long.BYTES);
    this.longs = integer ? new LongVector(weights) : null;
    this.doubles = integer ? null : new DoubleVector(weights);
    this.summary = summary;
  }

  private static MemorySegment first(MemorySegment all, CsrSpanning.Result summary, int bytes) {
    return all.asSlice(0, (long) summary.edges() * bytes);
  }

  /// Edges of the forest.
  public int edges() {
    return summary.edges();
  }

  /// Trees: the components of the graph, each isolated vertex one of them.
  public int trees() {
    return vertices - summary.edges();
  }

  /// The smaller vertex of each edge.
  public IntVector sources() {
    return sources;
  }

  /// The larger vertex of each edge.
  public IntVector targets() {
    return targets;
  }

  /// Whether weights are 64-bit integers.
  public boolean isInteger() {
    return longs != null;
  }

  /// Weights of the edges where they are integers.
  ///
  /// @throws IllegalStateException when the weights are floating-point
  public LongVector longWeights() {
    if (longs == null) {
      throw new IllegalStateException("the weights are floating-point: use doubleWeights()");
    }
    return longs;
  }

  /// Weights of the edges where they are floating-point.
  ///
  /// @throws IllegalStateException when the weights are integers
  public DoubleVector doubleWeights() {
    if (doubles == null) {
      throw new IllegalStateException("the weights are integers: use longWeights()");
    }
    return doubles;
  }

  /// Sum of integer weights, exact.
  ///
  /// @throws IllegalStateException when the weights are floating-point
  public long longWeight() {
    if (longs == null) {
      throw new IllegalStateException("the weights are floating-point: use weight()");
    }
    return summary.total();
  }

  /// Sum of the weights: doubles added in the order of the edges, or [#longWeight] rounded.
  public double weight() {
    return longs == null ? summary.totalFloat() : summary.total();
  }

  @Override
  public ResultTable table() {
    return ResultTable.of(
        ResultColumn.vertices("source", sources),
        ResultColumn.vertices("target", targets),
        ResultColumn.of("weight", longs != null ? longs : doubleWeights()));
  }
}
