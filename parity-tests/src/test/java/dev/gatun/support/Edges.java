package dev.gatun.support;

import dev.gatun.graph.EdgeList;
import dev.gatun.graph.WeightType;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Edge tuples of a test.
///
/// @param vertices n; every id is less, unless a test says otherwise
/// @param weights an array of the type, null when unweighted
public record Edges(int vertices, int[] source, int[] target, WeightType type, Object weights) {

  /// Without weights.
  public static Edges unweighted(int vertices, int[] source, int[] target) {
    return new Edges(vertices, source, target, WeightType.NONE, null);
  }

  /// With integer weights.
  public static Edges weighted(int vertices, int[] source, int[] target, int[] weights) {
    return new Edges(vertices, source, target, WeightType.INT32, weights);
  }

  /// Number of tuples.
  public int size() {
    return source.length;
  }

  /// The same tuples with other weights.
  public Edges withWeights(WeightType otherType, Object otherWeights) {
    return new Edges(vertices, source, target, otherType, otherWeights);
  }

  /// The weight of a tuple as a double, 1 when unweighted.
  public double weight(int i) {
    return switch (type) {
      case NONE -> 1;
      case INT32 -> ((int[]) weights)[i];
      case INT64 -> ((long[]) weights)[i];
      case FLOAT32 -> ((float[]) weights)[i];
      case FLOAT64 -> ((double[]) weights)[i];
    };
  }

  /// The weight of a tuple as an integer, 1 when unweighted.
  public long longWeight(int i) {
    return switch (type) {
      case NONE -> 1;
      case INT32 -> ((int[]) weights)[i];
      case INT64 -> ((long[]) weights)[i];
      case FLOAT32, FLOAT64 -> throw new IllegalStateException(type + " weights");
    };
  }

  /// The weight of a tuple, boxed as a long or a double.
  public Number boxedWeight(int i) {
    if (type.isInteger()) {
      return longWeight(i);
    }
    return weight(i);
  }

  /// The weights as a heap segment, null when unweighted.
  public MemorySegment weightSegment() {
    return switch (type) {
      case NONE -> null;
      case INT32 -> MemorySegment.ofArray((int[]) weights);
      case INT64 -> MemorySegment.ofArray((long[]) weights);
      case FLOAT32 -> MemorySegment.ofArray((float[]) weights);
      case FLOAT64 -> MemorySegment.ofArray((double[]) weights);
    };
  }

  /// As the public API takes them.
  public EdgeList list() {
    EdgeList list =
        switch (type) {
          case NONE -> EdgeList.of(source, target);
          case INT32 -> EdgeList.of(source, target, (int[]) weights);
          case INT64 -> EdgeList.of(source, target, (long[]) weights);
          case FLOAT32 -> EdgeList.of(source, target, (float[]) weights);
          case FLOAT64 -> EdgeList.of(source, target, (double[]) weights);
        };
    return list.withVertices(vertices);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("n=" + vertices + " " + type);
    for (int i = 0; i < Math.min(size(), 200); i++) {
      text.append(' ').append(source[i]).append('-').append(target[i]);
      if (type != WeightType.NONE) {
        text.append(':').append(boxedWeight(i));
      }
    }
    return text.append(size() > 200 ? " … (" + size() + " tuples)" : "").toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edges that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(vertices, size());
  }
}
