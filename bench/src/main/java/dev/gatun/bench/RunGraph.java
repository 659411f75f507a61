package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.Betweenness;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.Components;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.Cores;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Dangling;
import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.GraphResult;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SsspResult;
import dev.gatun.graph.StrongComponents;
import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Times graph kernels in a process of its own and prints one line per measurement: `R KERNEL
/// SOURCE|- TRIAL SECONDS check=VALUE`, for comparison with programs that print the same.
///
/// ```
/// java -cp benchmarks.jar dev.gatun.bench.RunGraph BASE build,bfs,pr,cc,sssp 1,2,3 5 native 2
/// ```
///
/// Times are what a caller waits: allocation of the result and its checks included. PageRank runs
/// 20 iterations in single precision with dangling rank dropped, as the GAP Benchmark Suite does
/// (`pr`), and once more in double precision (`prd`); shortest paths are distances only, as there;
/// `msbfs` searches from 512 vertices at once. Also `tc`, `bc`, `dfs`, `scc`, `core`, `lcc`,
/// `mst`, `lpa`, `louvain`, `leiden`.
public final class RunGraph {
  /// What is timed on the unweighted graph once, with one call.
  private static final Map<String, GraphAlgorithm<?>> SUITE =
      Map.of(
          "msbfs", MultiSourceBfs.from(IntStream.range(0, 512).map(i -> 1999 * i).toArray()),
          "dfs", DepthFirst.forest(),
          "scc", new StrongComponents(),
          "core", new Cores(),
          "lcc", Triangles.perVertex(),
          "mst", SpanningForest.minimum(),
          "lpa", LabelPropagation.defaults(),
          "louvain", Louvain.defaults(),
          "leiden", Leiden.defaults());

  private final GraphFile file;
  private final Set<String> kernels;
  private final int[] sources;
  private final Trials trials;
  private final RunOptions run;

  private RunGraph(String[] arguments) throws IOException {
    this.file = new GraphFile(arguments[0]);
    this.kernels = Set.of(arguments[1].split(","));
    this.sources = Arrays.stream(arguments[2].split(",")).mapToInt(Integer::parseInt).toArray();
    this.trials = new Trials(Integer.parseInt(arguments[3]));
    this.run =
        RunOptions.defaults()
            .engine(Engine.parse(arguments[4]))
            .threads(Integer.parseInt(arguments[5]));
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 6) {
      System.err.println(
          "usage: RunGraph BASE KERNEL[,KERNEL…] SOURCE[,SOURCE…] TRIALS native|java THREADS");
      System.exit(2);
    }
    new RunGraph(arguments).runAll();
  }

  private void runAll() throws IOException {
    try (EdgeList edges = file.edges()) {
      if (kernels.contains("build")) {
        trials.time("build", "-", () -> build(edges, CsrGraph::entries));
      }
      if (kernels.stream().anyMatch(kernel -> !Set.of("build", "sssp").contains(kernel))) {
        build(edges, this::runUnweighted);
      }
    }
    if (kernels.contains("sssp")) {
      try (Arena arena = Arena.ofShared();
          EdgeList edges = file.weightedEdges(arena)) {
        build(edges, this::runWeighted);
      }
    }
  }

  /// What is done with a graph.
  private interface Use {
    long on(CsrGraph graph);
  }

  private long build(EdgeList edges, Use use) {
    try (CsrGraph graph =
        CsrGraph.builder()
            .directed(file.directed())
            .vertices(file.vertices())
            .inEdges(true)
            .build(edges, run)) {
      return use.on(graph);
    }
  }

  private long runUnweighted(CsrGraph graph) {
    if (kernels.contains("bfs")) {
      for (int source : sources) {
        time("bfs", source, graph, Bfs.from(source), BfsResult::reached);
      }
    }
    PageRank twenty = PageRank.defaults().tolerance(0).maxIterations(20).dangling(Dangling.DROP);
    if (kernels.contains("pr")) {
      time("pr", graph, twenty.singlePrecision(true), PageRankResult::iterations);
    }
    if (kernels.contains("prd")) {
      time("prd", graph, twenty, PageRankResult::iterations);
    }
    if (kernels.contains("cc")) {
      time("cc", graph, new Components(), ComponentsResult::count);
    }
    if (kernels.contains("tc") && !graph.isDirected()) {
      time("tc", graph, Triangles.count(), TrianglesResult::count);
    }
    if (kernels.contains("bc")) {
      for (int source : sources) {
        time("bc", source, graph, Betweenness.from(source), _ -> 0);
      }
    }
    SUITE.forEach(
        (kernel, algorithm) -> {
          if (kernels.contains(kernel)) {
            time(kernel, graph, algorithm, _ -> 0);
          }
        });
    return 0;
  }

  private <R extends GraphResult> void time(
      String kernel, CsrGraph graph, GraphAlgorithm<R> algorithm, ToLongFunction<R> check) {
    time(kernel, "-", graph, algorithm, check);
  }

  private <R extends GraphResult> void time(
      String kernel,
      Object source,
      CsrGraph graph,
      GraphAlgorithm<R> algorithm,
      ToLongFunction<R> check) {
    trials.time(
        kernel,
        source.toString(),
        () -> {
          try (R result = graph.run(algorithm, run)) {
            return check.applyAsLong(result);
          }
        });
  }

  private long runWeighted(CsrGraph graph) {
    for (int source : sources) {
      time("sssp", source, graph, ShortestPaths.from(source).parents(false), SsspResult::reached);
    }
    return 0;
  }
}
