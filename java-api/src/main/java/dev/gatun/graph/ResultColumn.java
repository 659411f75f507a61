package dev.gatun.graph;

/// One column of a result.
///
/// @param name lower_snake_case, as it is written out
/// @param values one per row
/// @param kind what the values mean
public record ResultColumn(String name, ResultVector values, Kind kind) {
  /// What values mean, and which of them stand for none.
  public enum Kind {
    /// Numbers, all of them meant.
    VALUE,
    /// Dense ids of vertices, written out as the vertices are called outside; -1: none.
    VERTEX,
    /// Distances: -1, [Long#MAX_VALUE] or +infinity, by type, for none.
    DISTANCE
  }

  /// Numbers.
  public static ResultColumn of(String name, ResultVector values) {
    return new ResultColumn(name, values, Kind.VALUE);
  }

  /// Vertices.
  public static ResultColumn vertices(String name, IntVector values) {
    return new ResultColumn(name, values, Kind.VERTEX);
  }

  /// Distances.
  public static ResultColumn distances(String name, ResultVector values) {
    return new ResultColumn(name, values, Kind.DISTANCE);
  }

  /// Whether a row has no value.
  public boolean isNull(int row) {
    return switch (values) {
      case IntVector ints -> kind != Kind.VALUE && ints.get(row) == -1;
      case LongVector longs -> kind == Kind.DISTANCE && longs.get(row) == Long.MAX_VALUE;
      case DoubleVector doubles ->
          kind == Kind.DISTANCE && doubles.get(row) == Double.POSITIVE_INFINITY;
    };
  }
}
