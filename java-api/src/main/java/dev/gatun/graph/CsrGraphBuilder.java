package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import org.jspecify.annotations.Nullable;

/// How a [CsrGraph] is made from edges. By default: directed (undirected for a symmetric Matrix
/// Market file), self loops dropped, of equal edges the one with the least weight kept, neighbours
/// in ascending order.
public final class CsrGraphBuilder {
  private @Nullable Boolean directed;
  private int vertices = -1;
  private boolean keepSelfLoops;
  private Duplicates duplicates = Duplicates.MIN;
  private boolean sortNeighbours = true;
  private boolean inEdges;

  CsrGraphBuilder() {}

  /// Whether edges have a direction. An undirected edge is given once (or more) and stored in both
  /// rows; a self loop in one.
  public CsrGraphBuilder directed(boolean value) {
    directed = value;
    return this;
  }

  /// Edges have no direction.
  public CsrGraphBuilder undirected() {
    return directed(false);
  }

  /// Number of vertices; by default one more than the largest id.
  public CsrGraphBuilder vertices(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("vertices " + n + " is negative");
    }
    vertices = n;
    return this;
  }

  /// Whether edges from a vertex to itself are kept.
  public CsrGraphBuilder keepSelfLoops(boolean value) {
    keepSelfLoops = value;
    return this;
  }

  /// What becomes of edges given more than once. Anything but [Duplicates#KEEP] sorts neighbours.
  public CsrGraphBuilder duplicates(Duplicates policy) {
    duplicates = policy;
    return this;
  }

  /// Whether neighbours ascend within each row; otherwise they stand in input order.
  public CsrGraphBuilder sortNeighbours(boolean value) {
    sortNeighbours = value;
    return this;
  }

  /// Whether a directed graph's in-edges are built at once: breadth-first search then can turn
  /// round, and PageRank starts sooner. Twice the memory.
  public CsrGraphBuilder inEdges(boolean value) {
    inEdges = value;
    return this;
  }

  /// Builds, run by default.
  public CsrGraph build(EdgeList edges) {
    return build(edges, RunOptions.defaults());
  }

  /// Builds. The edges are read where they are, and may be closed afterwards. O(edges).
  ///
  /// @throws IllegalArgumentException when an id is not a vertex, naming the edge; nothing is kept
  ///     then
  /// @throws ArithmeticException when weights of equal edges are summed and do not fit their type
  public CsrGraph build(EdgeList given, RunOptions options) {
    EdgeList edges = vertices < 0 ? given : given.withVertices(vertices);
    boolean isDirected = directed != null ? directed : !edges.symmetric();
    CsrBuild.Tuples tuples = edges.tuples();
    long bytes = tuples.count() * (2L * Integer.BYTES + tuples.weightType().bytes());
    try (Execution execution = Execution.begin("building the graph", options)) {
      edges.use(execution);
      Region region = execution.resultRegion();
      CsrBuild.Args args =
          new CsrBuild.Args(
              edges.vertices(),
              tuples,
              !isDirected,
              false,
              keepSelfLoops,
              duplicates,
              sortNeighbours || duplicates != Duplicates.KEEP,
              region);
      Csr csr = Kernels.CSR_BUILD.call(args, new Work(tuples.count(), bytes), execution);
      CsrGraph graph =
          new CsrGraph(csr, isDirected, edges.ids(), execution.keep(region), execution.complete());
      if (!keepSelfLoops && duplicates != Duplicates.KEEP) {
        graph.simple(true);
      }
      if (inEdges) {
        graph.inEdges().get(execution);
      }
      return graph;
    }
  }
}
