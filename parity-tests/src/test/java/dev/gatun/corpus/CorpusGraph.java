package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import dev.gatun.support.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A graph of the corpus on one engine, and checks of what a manifest expects of it.
final class CorpusGraph implements AutoCloseable {
  private static final double TOLERANCE = 1e-9;

  private final Manifest manifest;
  private final Setup setup;
  private final RunOptions run;
  private final EdgeList edges;
  private final CsrGraph graph;

  /// The same graph with the manifests' weights where the file has none.
  private final CsrGraph weighted;

  private CorpusGraph(
      Manifest manifest, Setup setup, EdgeList edges, CsrGraph graph, CsrGraph weighted) {
    this.manifest = manifest;
    this.setup = setup;
    this.run = setup.options();
    this.edges = edges;
    this.graph = graph;
    this.weighted = weighted;
  }

  static CorpusGraph read(Manifest manifest, Setup setup) {
    RunOptions run = setup.options();
    EdgeList edges = manifest.reader().read(manifest.file(), run);
    CsrGraph graph = CsrGraph.builder().directed(manifest.directed()).build(edges, run);
    if (manifest.weighted()) {
      return new CorpusGraph(manifest, setup, edges, graph, graph);
    }
    EdgeList derived = withDerivedWeights(edges, manifest.directed());
    CsrGraph weighted = CsrGraph.builder().directed(manifest.directed()).build(derived, run);
    return new CorpusGraph(manifest, setup, edges, graph, weighted);
  }

  /// The weights that the manifests give to files that have none.
  private static EdgeList withDerivedWeights(EdgeList edges, boolean directed) {
    int m = Math.toIntExact(edges.size());
    int[] source = IntStream.range(0, m).map(edges::source).toArray();
    int[] target = IntStream.range(0, m).map(edges::target).toArray();
    int[] weights = new int[m];
    for (int i = 0; i < m; i++) {
      long u = directed ? source[i] : Math.min(source[i], target[i]);
      long v = directed ? target[i] : Math.max(source[i], target[i]);
      weights[i] = (int) (1 + ((u * 2654435761L + v * 40503L) & 0xFFFF_FFFFL) % 97);
    }
    return EdgeList.of(source, target, weights).withVertices(edges.vertices());
  }

  CsrGraph graph() {
    return graph;
  }

  /// With weights, the manifests' own where the file has none.
  CsrGraph weighted() {
    return weighted;
  }

  RunOptions run() {
    return run;
  }

  @Override
  public void close() {
    edges.close();
    graph.close();
    weighted.close();
  }

  @Override
  public String toString() {
    return manifest + " on " + setup;
  }

  void checkInput() {
    assertEquals(manifest.number("m_input"), edges.size(), "m_input");
    assertEquals(manifest.vertices(), edges.vertices(), "n");
    assertEquals(manifest.vertices(), graph.vertices(), "n");
    assertEquals(manifest.vertices(), edges.ids().size(), "n");
    for (int v = 0; v < edges.vertices(); v++) {
      assertEquals(v, edges.ids().vertex(edges.ids().name(v)), "id");
    }
    long loops =
        IntStream.range(0, (int) edges.size())
            .filter(i -> edges.source(i) == edges.target(i))
            .count();
    assertEquals(manifest.number("self_loops"), loops, "self_loops");
    assertEquals(manifest.number("m"), graph.edges(), "m");
    try (CsrGraph all =
        CsrGraph.builder()
            .directed(manifest.directed())
            .duplicates(Duplicates.KEEP)
            .build(edges, run)) {
      assertEquals(manifest.number("duplicates"), all.edges() - graph.edges(), "duplicates");
    }
  }

  void checkDegrees() {
    assertEquals(manifest.number("csr_entries"), graph.entries(), "csr_entries");
    int[] degrees = IntStream.range(0, graph.vertices()).map(graph::outDegree).toArray();
    assertEquals(manifest.number("max_out_degree"), Arrays.stream(degrees).max().orElse(0), "max");
    assertEquals(manifest.number("out_degree_crc32"), Checksums.ofInts(degrees), "crc32");
  }

  void checkComponents(Map<String, Object> expected) {
    try (ComponentsResult result = graph.components(run)) {
      assertEquals(number(expected, "count"), result.count(), "count");
      assertEquals(
          number(expected, "label_crc32"), Checksums.ofInts(result.labels().toArray()), "labels");
      int[] sizes = result.sizes();
      assertEquals(Arrays.stream(sizes).max().orElse(0), result.largest());
      List<?> largest = (List<?>) expected.get("largest");
      assertEquals(
          largest,
          Arrays.stream(sizes)
              .map(size -> -size)
              .sorted()
              .map(size -> -size)
              .boxed()
              .toList()
              .subList(0, largest.size()),
          "largest");
    }
  }

  void checkBfs(Map<String, Object> expected) {
    Bfs options = Bfs.from((int) number(expected, "source"));
    try (BfsResult result = graph.bfs(options, run)) {
      int[] distances = result.distances().toArray();
      assertEquals(number(expected, "distance_crc32"), Checksums.ofInts(distances), "distances");
      assertEquals(number(expected, "reached"), result.reached(), "reached");
      assertEquals(number(expected, "max_distance"), result.depth(), "max_distance");
      assertEquals(
          number(expected, "sum"), Arrays.stream(distances).filter(d -> d > 0).sum(), "sum");
      int[] histogram = new int[result.depth() + 1];
      Arrays.stream(distances).filter(d -> d >= 0).forEach(d -> histogram[d]++);
      // Manifests cut long ones short.
      List<?> beginning = (List<?>) expected.get("histogram");
      assertEquals(
          beginning,
          Arrays.stream(histogram).limit(beginning.size()).boxed().toList(),
          "histogram");
    }
  }

  void checkSssp(Map<String, Object> expected) {
    ShortestPaths options = ShortestPaths.from((int) number(expected, "source"));
    try (SsspResult result = weighted.shortestPaths(options, run)) {
      long[] distances =
          Arrays.stream(result.longDistances().toArray())
              .map(d -> d == Long.MAX_VALUE ? -1 : d)
              .toArray();
      assertEquals(
          number(expected, "distance_crc32_i64"), Checksums.ofLongs(distances), "distances");
      assertEquals(number(expected, "reached"), result.reached(), "reached");
      assertEquals(number(expected, "max"), Arrays.stream(distances).max().orElse(-1), "max");
      assertEquals(
          number(expected, "sum"), Arrays.stream(distances).filter(d -> d > 0).sum(), "sum");
    }
  }

  /// The ranks are compared to 1e-9. The iteration itself does not settle much below 1e-11 on the
  /// star: the hub's sum over 50,000 equal terms is rounded as often.
  void checkPageRank(boolean byWeight, Map<String, Object> expected) {
    PageRank options =
        PageRank.defaults()
            .alpha((double) expected.get("alpha"))
            .weighted(byWeight)
            .tolerance(1e-11)
            .maxIterations(1000);
    if (expected.get("sources") instanceof List<?> sources) {
      options = options.personalised(sources.stream().mapToInt(s -> (int) s).toArray());
    }
    try (PageRankResult result = weighted.pageRank(options, run)) {
      assertTrue(result.converged());
      double[] ranks = result.ranks().toArray();
      assertEquals(1, Arrays.stream(ranks).sum(), TOLERANCE, "sum");
      double squares = (double) expected.get("sum_of_squares");
      assertEquals(
          squares, Arrays.stream(ranks).map(x -> x * x).sum(), squares * TOLERANCE, "squares");
      checkTop((List<?>) expected.get("top"), result);
    }
  }

  private static void checkTop(List<?> expected, PageRankResult result) {
    int[] ids = expected.stream().mapToInt(pair -> (int) ((List<?>) pair).get(0)).toArray();
    double[] values =
        expected.stream()
            .mapToDouble(pair -> ((Number) ((List<?>) pair).get(1)).doubleValue())
            .toArray();
    int[] top = result.top(ids.length);
    assertArrayEquals(
        values, Arrays.stream(ids).mapToDouble(result::rank).toArray(), TOLERANCE, "by id");
    assertArrayEquals(
        values, Arrays.stream(top).mapToDouble(result::rank).toArray(), TOLERANCE, "by place");
    for (int i = 0; i + 1 < ids.length; i++) {
      // Among equals the order is by the last bits.
      boolean clear = values[i] - values[i + 1] > 1e-14;
      if (clear && (i == 0 || values[i - 1] - values[i] > 1e-14)) {
        assertEquals(ids[i], top[i], "top");
      }
    }
  }

  private static long number(Map<String, Object> group, String name) {
    return ((Number) group.get(name)).longValue();
  }
}
