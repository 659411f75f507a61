package dev.gatun.internal.kernel;

import dev.gatun.graph.WeightType;

/// What is said about bad arguments: one text for every engine, made from the position that a
/// kernel reports.
public final class Messages {
  private Messages() {}

  /// Edge tuple `index` of the input names a vertex that does not exist.
  public static String edge(long index, long id, int vertices) {
    return outside("edge " + index, id, vertices);
  }

  /// Source `index` of a search is no vertex.
  public static String source(long index, long id, int vertices) {
    return outside("source " + index, id, vertices);
  }

  /// Pair `index` names a vertex that does not exist.
  public static String pair(long index, long id, int vertices) {
    return outside("pair " + index, id, vertices);
  }

  /// The neighbour at `entry` of a CSR is no vertex.
  public static String neighbour(long entry, long id, int vertices) {
    return outside("entry " + entry, id, vertices);
  }

  /// The label of a vertex is no vertex id.
  public static String label(long vertex, long label, int vertices) {
    return "vertex " + vertex + ": label " + label + " is outside 0.." + (vertices - 1L);
  }

  private static String outside(String what, long id, int vertices) {
    return what + ": vertex id " + id + " is outside 0.." + (vertices - 1L);
  }

  /// The offset of `row` does not ascend from 0 to the number of entries.
  ///
  /// @param row 0 .. n; the rows before it are right
  public static String offset(Csr graph, int row) {
    long least = row == graph.vertices() ? graph.entries() : row == 0 ? 0 : graph.offset(row - 1);
    long most = row == 0 ? 0 : graph.entries();
    return "row " + row + ": offset " + graph.offset(row) + " is outside " + least + ".." + most;
  }

  /// The neighbour at `entry` is less than the one before it in a row that should ascend.
  public static String unsorted(Csr graph, long entry) {
    return "row "
        + row(graph, entry)
        + ": neighbour "
        + graph.neighbour(entry)
        + " at entry "
        + entry
        + " follows "
        + graph.neighbour(entry - 1)
        + ", though the rows are said to be sorted";
  }

  /// The weight at `entry` is negative or NaN.
  public static String weight(Csr graph, long entry) {
    return "entry "
        + entry
        + " (the edge "
        + row(graph, entry)
        + " -> "
        + graph.neighbour(entry)
        + "): weight "
        + Weights.asText(graph, entry)
        + " is not a number from 0 up";
  }

  /// The weight at `entry` is negative or not finite, or makes the sum of its row infinite.
  public static String rowSum(Csr graph, long entry) {
    double weight = Weights.asDouble(graph, entry);
    return weight >= 0 && weight < Double.POSITIVE_INFINITY
        ? "the out-weights of vertex " + row(graph, entry) + " sum to infinity"
        : weight(graph, entry);
  }

  /// The weight at `entry` is NaN.
  public static String nan(Csr graph, long entry) {
    return "entry "
        + entry
        + " (the edge "
        + row(graph, entry)
        + " -> "
        + graph.neighbour(entry)
        + "): weight NaN is not a number";
  }

  /// A vector has grown out of the range of doubles.
  public static String normOverflow() {
    return "the sums have no limit: alpha must be below 1 / (largest eigenvalue), and weights must"
        + " be well below 1e150";
  }

  /// The weights of a forest cannot be added.
  public static String totalOverflow() {
    return "the total weight does not fit 64 bits";
  }

  /// Weights of equal edges cannot be added.
  public static String weightOverflow(WeightType type) {
    return "the sum of the weights of equal edges does not fit " + type;
  }

  /// A vertex can be reached, but only on paths that are too long to count.
  public static String distanceOverflow() {
    return "a shortest distance is above 2^63 - 2";
  }

  /// The row that holds an entry: the last one that begins at or before it.
  private static int row(Csr graph, long entry) {
    int low = 0;
    int high = graph.vertices() - 1;
    while (low < high) {
      int middle = (int) (((long) low + high + 1) >>> 1);
      if (graph.offset(middle) <= entry) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
