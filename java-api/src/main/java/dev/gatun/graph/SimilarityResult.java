package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// Pairs of vertices and how similar they are. Pairs that were given stand in their order; the most
/// similar ones of each vertex stand by vertex, the most similar first.
public final class SimilarityResult extends GraphResult {
  private final IntVector first;
  private final IntVector second;
  private final DoubleVector values;

  SimilarityResult(
      Region region,
      RunInfo info,
      MemorySegment first,
      MemorySegment second,
      MemorySegment values) {
    super(region, info);
    this.first = new IntVector(first);
    this.second = new IntVector(second);
    this.values = new DoubleVector(values);
  }

  /// One vertex of each pair.
  public IntVector first() {
    return first;
  }

  /// The other.
  public IntVector second() {
    return second;
  }

  /// The similarity of each pair, 0 to 1.
  public DoubleVector values() {
    return values;
  }

  /// The similarity of a pair, by its place.
  public double value(int pair) {
    return values.get(pair);
  }

  /// The vertices most like `vertex`, the most similar first. For a result of [Similarity#top]. O(k
  /// + log of the number of pairs).
  public int[] similarTo(int vertex) {
    int begin = firstPair(vertex);
    int end = begin;
    while (end < first.size() && first.get(end) == vertex) {
      end++;
    }
    return second
        .segment()
        .asSlice((long) begin * Integer.BYTES, (long) (end - begin) * Integer.BYTES)
        .toArray(JAVA_INT);
  }

  private int firstPair(int vertex) {
    int low = 0;
    int high = first.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first.get(middle) < vertex) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public ResultTable table() {
    return ResultTable.of(
        ResultColumn.vertices("vertex", first),
        ResultColumn.vertices("neighbour", second),
        ResultColumn.of("similarity", values));
  }
}
