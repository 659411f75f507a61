package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphio.EdgeData;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Edges in memory, each a source, a target and perhaps a weight, in the order they were given.
///
/// One made from arrays or segments is a view: nothing is copied, changes show through, and
/// [#close] does nothing. One that was read owns off-heap memory, which [#close] frees; use after
/// that is an [IllegalStateException].
///
/// Thread-safe as long as nobody changes arrays given. [#close] waits for nobody: it fails while a
/// call reads the edges.
public final class EdgeList implements AutoCloseable {
  private static final int UNKNOWN = -1;

  private final CsrBuild.Tuples tuples;
  private final List<Region> regions;
  private final @Nullable VertexIds givenIds;
  private final boolean symmetric;
  private final long bytesRead;

  /// Computed when first asked for.
  private volatile int vertices;

  private EdgeList(
      CsrBuild.Tuples tuples,
      List<Region> regions,
      int vertices,
      @Nullable VertexIds givenIds,
      boolean symmetric,
      long bytesRead) {
    this.tuples = tuples;
    this.regions = regions;
    this.vertices = vertices;
    this.givenIds = givenIds;
    this.symmetric = symmetric;
    this.bytesRead = bytesRead;
  }

  /// What a reader read.
  EdgeList(EdgeData data, VertexIds ids, long bytesRead) {
    this(
        EdgeTuples.interleaved(data.pairs(), data.weights(), data.weightType()),
        data.regions(),
        ids.size(),
        ids,
        data.symmetric(),
        bytesRead);
  }

  /// Edges among vertices with names, in memory of somebody else.
  ///
  /// @param weights as many as there are edges; null when unweighted
  static EdgeList named(
      MemorySegment source,
      MemorySegment target,
      @Nullable MemorySegment weights,
      WeightType type,
      VertexIds ids) {
    CsrBuild.Tuples tuples = EdgeTuples.separate(source, target, weights, type);
    return new EdgeList(tuples, List.of(), ids.size(), ids, false, 0);
  }

  /// Unweighted edges: edge i goes from `source[i]` to `target[i]`.
  ///
  /// @throws IllegalArgumentException when lengths differ
  public static EdgeList of(int[] source, int[] target) {
    return of(MemorySegment.ofArray(source), MemorySegment.ofArray(target));
  }

  /// Edges with [WeightType#INT32] weights.
  ///
  /// @throws IllegalArgumentException when lengths differ
  public static EdgeList of(int[] source, int[] target, int[] weights) {
    return weighted(source, target, MemorySegment.ofArray(weights), WeightType.INT32);
  }

  /// Edges with [WeightType#INT64] weights.
  ///
  /// @throws IllegalArgumentException when lengths differ
  public static EdgeList of(int[] source, int[] target, long[] weights) {
    return weighted(source, target, MemorySegment.ofArray(weights), WeightType.INT64);
  }

  /// Edges with [WeightType#FLOAT32] weights.
  ///
  /// @throws IllegalArgumentException when lengths differ
  public static EdgeList of(int[] source, int[] target, float[] weights) {
    return weighted(source, target, MemorySegment.ofArray(weights), WeightType.FLOAT32);
  }

  /// Edges with [WeightType#FLOAT64] weights.
  ///
  /// @throws IllegalArgumentException when lengths differ
  public static EdgeList of(int[] source, int[] target, double[] weights) {
    return weighted(source, target, MemorySegment.ofArray(weights), WeightType.FLOAT64);
  }

  private static EdgeList weighted(
      int[] source, int[] target, MemorySegment weights, WeightType type) {
    return of(MemorySegment.ofArray(source), MemorySegment.ofArray(target), weights, type);
  }

  /// Unweighted edges.
  ///
  /// @param source int32 ids, on the heap or not
  /// @param target as many
  /// @throws IllegalArgumentException when sizes differ or memory is not aligned for its type
  public static EdgeList of(MemorySegment source, MemorySegment target) {
    return view(EdgeTuples.separate(source, target, null, WeightType.NONE));
  }

  /// Weighted edges.
  ///
  /// @param source int32 ids, on the heap or not
  /// @param target as many
  /// @param weights as many of `type`
  /// @param type not [WeightType#NONE]
  /// @throws IllegalArgumentException when sizes differ or memory is not aligned for its type
  public static EdgeList of(
      MemorySegment source, MemorySegment target, MemorySegment weights, WeightType type) {
    if (type == WeightType.NONE) {
      throw new IllegalArgumentException("weights without a type");
    }
    return view(EdgeTuples.separate(source, target, weights, type));
  }

  /// Unweighted edges in one array: source and target of edge 0, of edge 1, and so on.
  ///
  /// @throws IllegalArgumentException when the length is odd
  public static EdgeList ofPairs(int[] interleaved) {
    return ofPairs(MemorySegment.ofArray(interleaved));
  }

  /// Unweighted edges in one segment of int32: source and target of edge 0, of edge 1, and so on.
  ///
  /// @throws IllegalArgumentException when the last pair is not whole or memory is not aligned
  public static EdgeList ofPairs(MemorySegment interleaved) {
    return view(EdgeTuples.interleaved(interleaved, null, WeightType.NONE));
  }

  private static EdgeList view(CsrBuild.Tuples tuples) {
    return new EdgeList(tuples, List.of(), UNKNOWN, null, false, 0);
  }

  /// Number of edges.
  public long size() {
    return tuples.count();
  }

  /// Number of vertices: what was given or read, else one more than the largest id. The latter is
  /// found in O(edges) at the first call and kept.
  ///
  /// @throws IllegalArgumentException when an id is negative or the largest one there is, naming
  ///     the edge
  public int vertices() {
    if (vertices == UNKNOWN) {
      vertices = countVertices();
    }
    return vertices;
  }

  private int countVertices() {
    int largest = -1;
    for (long i = 0; i < size(); i++) {
      int u = source(i);
      int v = target(i);
      if ((u | v) < 0 || Math.max(u, v) == Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "edge " + i + " goes from " + u + " to " + v + ": ids are 0 to 2147483646");
      }
      largest = Math.max(largest, Math.max(u, v));
    }
    return largest + 1;
  }

  /// The same edges, in the same memory, among n vertices. Closing either list closes both.
  ///
  /// @throws IllegalArgumentException when n is negative, or the vertices came from a dictionary of
  ///     another size
  public EdgeList withVertices(int n) {
    VertexIds ids =
        switch (givenIds) {
          case null -> null;
          case DenseIds dense -> dense.resized(n);
          default -> givenIds;
        };
    if (n < 0 || (ids != null && ids.size() != n)) {
      throw new IllegalArgumentException(
          n < 0
              ? "vertices " + n + " is negative"
              : "the edges have " + vertices() + " vertices with names, not " + n);
    }
    return new EdgeList(tuples, regions, n, ids, symmetric, bytesRead);
  }

  /// Source of edge i.
  ///
  /// @throws IndexOutOfBoundsException when there is no such edge
  public int source(long i) {
    return tuples.source().getAtIndex(JAVA_INT, checked(i) * tuples.stride());
  }

  /// Target of edge i.
  ///
  /// @throws IndexOutOfBoundsException when there is no such edge
  public int target(long i) {
    return tuples.target().getAtIndex(JAVA_INT, checked(i) * tuples.stride());
  }

  /// Type of the weights, [WeightType#NONE] when unweighted.
  public WeightType weightType() {
    return tuples.weightType();
  }

  /// Weight of edge i, 1 when unweighted. 64-bit integers above 2^53 are rounded.
  ///
  /// @throws IndexOutOfBoundsException when there is no such edge
  public double weight(long i) {
    long at = checked(i);
    MemorySegment weights = tuples.weights();
    if (weights == null) {
      return 1;
    }
    return switch (tuples.weightType()) {
      case NONE -> 1;
      case INT32 -> weights.getAtIndex(JAVA_INT, at);
      case INT64 -> weights.getAtIndex(JAVA_LONG, at);
      case FLOAT32 -> weights.getAtIndex(JAVA_FLOAT, at);
      case FLOAT64 -> weights.getAtIndex(JAVA_DOUBLE, at);
    };
  }

  private long checked(long i) {
    return Objects.checkIndex(i, tuples.count());
  }

  /// What the vertices are called. Usable after [#close].
  ///
  /// @throws IllegalArgumentException as [#vertices] does
  public VertexIds ids() {
    return givenIds != null ? givenIds : VertexIds.dense(vertices());
  }

  /// Whether each edge stands for both directions: a symmetric Matrix Market file.
  public boolean symmetric() {
    return symmetric;
  }

  /// Bytes of the file or stream, as it is stored; 0 when nothing was read.
  public long bytesRead() {
    return bytesRead;
  }

  /// Frees the memory of edges that were read. Closing twice does nothing.
  ///
  /// @throws IllegalStateException while a call reads the edges
  @Override
  public void close() {
    regions.forEach(Region::close);
  }

  /// The edges, as kernels see them.
  CsrBuild.Tuples tuples() {
    return tuples;
  }

  /// Keeps the memory from being freed while a call runs.
  ///
  /// @throws IllegalStateException after close
  void use(Execution execution) {
    regions.forEach(execution::use);
  }
}
