package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A graph in compressed sparse row form, off the heap: the neighbours of vertex v stand next to
/// each other, so that following edges is a sequential read. Vertices are 0 .. n - 1; [#ids] knows
/// what they are called outside.
///
/// ```java
/// try (EdgeList edges = EdgeListReader.defaults().read(Path.of("edges.tsv"));
///     CsrGraph graph = CsrGraph.builder().undirected().build(edges);
///     PageRankResult ranks = graph.pageRank()) {
///   for (int v : ranks.top(10)) {
///     System.out.println(graph.ids().name(v) + " " + ranks.rank(v));
///   }
/// }
/// ```
///
/// Thread-safe: any number of calls may run at once. [#close] while one runs is an
/// [IllegalStateException], and so is any use after it.
public final class CsrGraph implements AutoCloseable {
  private final Csr csr;
  private final boolean directed;
  private final VertexIds ids;
  private final Region region;
  private final RunInfo buildInfo;
  private final InEdges inEdges = new InEdges(this);

  /// Whether rows ascend strictly and no vertex is its own neighbour; null: not known.
  private volatile @Nullable Boolean simple;

  CsrGraph(Csr csr, boolean directed, VertexIds ids, Region region, RunInfo buildInfo) {
    this.csr = csr;
    this.directed = directed;
    this.ids = ids;
    this.region = region;
    this.buildInfo = buildInfo;
  }

  /// Begins a graph from edges.
  public static CsrGraphBuilder builder() {
    return new CsrGraphBuilder();
  }

  /// A graph over CSR arrays of the caller, checked and not copied. They must stay alive and
  /// unchanged as long as the graph is used.
  ///
  /// @param directed false when every edge is stored in both rows, which is checked
  /// @param offsets n + 1 int64, ascending from 0; off the heap
  /// @param neighbours int32, ascending within each row; off the heap
  /// @param weights one per neighbour, off the heap; null when unweighted
  /// @param type type of the weights, [WeightType#NONE] when there are none
  /// @throws IllegalArgumentException when the arrays are no such graph, naming the place
  public static CsrGraph ofCsr(
      boolean directed,
      MemorySegment offsets,
      MemorySegment neighbours,
      @Nullable MemorySegment weights,
      WeightType type,
      RunOptions options) {
    return GivenCsr.check(directed, offsets, neighbours, weights, type, options);
  }

  /// Number of vertices, n.
  public int vertices() {
    return csr.vertices();
  }

  /// Neighbours stored: edges of a directed graph, about twice the edges of an undirected one.
  public long entries() {
    return csr.entries();
  }

  /// Edges: those of an undirected graph count once, its self loops too. O(1) when directed, else
  /// O(n).
  public long edges() {
    return directed ? entries() : (entries() + selfLoops()) / 2;
  }

  private long selfLoops() {
    long loops = 0;
    for (int v = 0; v < vertices(); v++) {
      for (long e = csr.offset(v); e < csr.offset(v + 1); e++) {
        loops += csr.neighbour(e) == v ? 1 : 0;
      }
    }
    return loops;
  }

  /// Whether edges have a direction.
  public boolean isDirected() {
    return directed;
  }

  /// Type of the weights, [WeightType#NONE] for an unweighted graph.
  public WeightType weightType() {
    return csr.weightType();
  }

  /// Whether neighbours ascend within each row.
  public boolean isSorted() {
    return csr.sorted();
  }

  /// What the vertices are called outside.
  public VertexIds ids() {
    return ids;
  }

  /// Engine, threads and time of the build.
  public RunInfo buildInfo() {
    return buildInfo;
  }

  /// Bytes off the heap, in-edges included once they have been built.
  public long memoryBytes() {
    return region.bytes() + inEdges.bytes();
  }

  /// Edges out of `v`; all edges at `v` when undirected. O(1).
  ///
  /// @throws IndexOutOfBoundsException when `v` is no vertex, as for the methods below
  public int outDegree(int v) {
    return Math.toIntExact(csr.offset(v + 1) - csr.offset(v));
  }

  /// Edges into `v`. O(1), after the first such call on a directed graph has built the in-edges.
  public int inDegree(int v) {
    Csr in = inEdges.get();
    return Math.toIntExact(in.offset(v + 1) - in.offset(v));
  }

  /// Edges at `v`, whatever their direction.
  public int degree(int v) {
    return directed ? outDegree(v) + inDegree(v) : outDegree(v);
  }

  /// Where the edges out of `v` lead, copied.
  public int[] neighbours(int v) {
    long first = csr.offset(v);
    return csr.neighbours()
        .asSlice(first * Integer.BYTES, (csr.offset(v + 1) - first) * Integer.BYTES)
        .toArray(ValueLayout.JAVA_INT);
  }

  /// Whether there is an edge from `u` to `v`. O(log degree), O(degree) when not sorted.
  public boolean hasEdge(int u, int v) {
    return entry(u, v) >= 0;
  }

  /// Weight of the edge from `u` to `v`, of the first one if there are several; 1 when unweighted.
  ///
  /// @throws NoSuchElementException when there is none
  public double weight(int u, int v) {
    long entry = entry(u, v);
    if (entry < 0) {
      throw new NoSuchElementException("no edge from " + u + " to " + v);
    }
    return Weights.asDouble(csr, entry);
  }

  /// The first entry of row `u` that holds `v`, -1 when there is none.
  private long entry(int u, int v) {
    long low = csr.offset(u);
    long end = csr.offset(u + 1);
    if (csr.sorted()) {
      long high = end;
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (csr.neighbour(middle) < v) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < end && csr.neighbour(low) == v ? low : -1;
    }
    for (long e = low; e < end; e++) {
      if (csr.neighbour(e) == v) {
        return e;
      }
    }
    return -1;
  }

  /// The graph with every edge turned round, as a graph of its own. O(n + entries).
  public CsrGraph transpose(RunOptions options) {
    try (Execution execution = Execution.begin("transpose", options)) {
      Region target = execution.resultRegion();
      Csr turned = InEdges.transpose(use(execution), target, execution);
      return new CsrGraph(turned, directed, ids, execution.keep(target), execution.complete());
    }
  }

  /// The vertices given and all edges between them. New vertex i is `vertices[i]`. O(n + edges of
  /// those vertices).
  ///
  /// @throws IllegalArgumentException when one is given twice or is none
  public Subgraph subgraph(int[] vertices, RunOptions options) {
    return Subgraph.induced(this, vertices, options);
  }

  /// [#run(GraphAlgorithm, RunOptions)] run by default.
  public <R extends GraphResult> R run(GraphAlgorithm<R> algorithm) {
    return run(algorithm, RunOptions.defaults());
  }

  /// Runs an algorithm: [Bfs], [PageRank], [Components] and all other [GraphAlgorithm]s.
  ///
  /// @throws IllegalArgumentException when its options do not fit the graph
  public <R extends GraphResult> R run(GraphAlgorithm<R> algorithm, RunOptions options) {
    return algorithm.run(this, options);
  }

  /// Memory that an algorithm run by default will need at most. O(1).
  public MemoryEstimate estimate(GraphAlgorithm<?> algorithm) {
    return estimate(algorithm, RunOptions.defaults());
  }

  /// Memory that an algorithm will need at most. O(1).
  public MemoryEstimate estimate(GraphAlgorithm<?> algorithm, RunOptions options) {
    return algorithm.estimate(this, options);
  }

  /// [#bfs(Bfs, RunOptions)] from one vertex.
  public BfsResult bfs(int source) {
    return bfs(Bfs.from(source));
  }

  /// [#bfs(Bfs, RunOptions)] run by default.
  public BfsResult bfs(Bfs options) {
    return bfs(options, RunOptions.defaults());
  }

  /// Breadth-first search along out-edges, direction-optimising where in-edges are at hand: always
  /// when undirected, else with [CsrGraphBuilder#inEdges] or after PageRank. O(n + entries).
  ///
  /// @throws IllegalArgumentException when a source is no vertex
  public BfsResult bfs(Bfs options, RunOptions run) {
    return Searches.bfs(this, options, run);
  }

  /// [#shortestPaths(ShortestPaths, RunOptions)] from one vertex.
  public SsspResult shortestPaths(int source) {
    return shortestPaths(ShortestPaths.from(source));
  }

  /// [#shortestPaths(ShortestPaths, RunOptions)] run by default.
  public SsspResult shortestPaths(ShortestPaths options) {
    return shortestPaths(options, RunOptions.defaults());
  }

  /// Least sums of weights along out-edges from the sources; each edge counts 1 when unweighted.
  ///
  /// @throws IllegalArgumentException when a source is no vertex, or a weight is negative or NaN
  /// @throws ArithmeticException when a shortest distance does not fit 64 bits
  public SsspResult shortestPaths(ShortestPaths options, RunOptions run) {
    return Searches.shortestPaths(this, options, run);
  }

  /// [#components(RunOptions)] run by default.
  public ComponentsResult components() {
    return components(RunOptions.defaults());
  }

  /// Connected components; of a directed graph the weakly connected ones. O(n + entries) in
  /// practice.
  public ComponentsResult components(RunOptions run) {
    return Rankings.components(this, run);
  }

  /// [#pageRank(PageRank, RunOptions)] with all defaults.
  public PageRankResult pageRank() {
    return pageRank(PageRank.defaults());
  }

  /// [#pageRank(PageRank, RunOptions)] run by default.
  public PageRankResult pageRank(PageRank options) {
    return pageRank(options, RunOptions.defaults());
  }

  /// PageRank by power iteration along in-edges, which the first such call on a directed graph
  /// builds and keeps. An edge of an undirected graph is followed both ways. O(iterations x (n +
  /// entries)).
  ///
  /// @throws IllegalArgumentException when the personalisation is none, or weights are to be used
  ///     and one is negative, infinite or NaN
  public PageRankResult pageRank(PageRank options, RunOptions run) {
    return Rankings.pageRank(this, options, run);
  }

  /// Frees the graph's memory. Closing twice does nothing.
  ///
  /// @throws IllegalStateException while a call runs on it
  @Override
  public void close() {
    region.close();
    inEdges.close();
  }

  @Override
  public String toString() {
    return (directed ? "directed" : "undirected")
        + " graph of "
        + vertices()
        + " vertices and "
        + entries()
        + " entries";
  }

  /// The arrays, kept from being closed until the call ends.
  Csr use(Execution execution) {
    execution.use(region);
    if (!csr.offsets().scope().isAlive() || !csr.neighbours().scope().isAlive()) {
      throw new IllegalStateException("the arrays the graph was made over are closed");
    }
    return csr;
  }

  /// The arrays, unguarded.
  Csr csr() {
    return csr;
  }

  InEdges inEdges() {
    return inEdges;
  }

  /// Whether rows are known to ascend strictly and to be free of loops; null: nobody has looked.
  @Nullable Boolean simple() {
    return simple;
  }

  CsrGraph simple(boolean value) {
    simple = value;
    return this;
  }
}
