package dev.gatun.cli;

import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.SsspResult;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun graph sssp`: shortest paths by weight.
@Command(
    name = "sssp",
    customSynopsis = "gatun graph sssp INPUT --source ID [OPTIONS]",
    description = {
      "Shortest paths: the least sum of weights from the sources to each vertex.",
      "Edges without weights count 1. Weights must not be negative."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph sssp roads.tsv --source 1 --undirected",
      "  gatun graph sssp roads.csv --src from --dst to --weight km --source Berlin --target Rome",
    })
final class GraphSsspCommand extends GraphAlgorithmCommand {
  @Mixin private SearchOptions search = new SearchOptions();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      order = 3,
      description = "auto (default), dijkstra, delta-stepping. The distances are the same.")
  private SsspMethod method = SsspMethod.AUTO;

  @Option(
      names = "--delta",
      paramLabel = "WIDTH",
      order = 4,
      description = "Bucket width of delta-stepping. Default: chosen from the weights.")
  private double delta;

  @Override
  protected boolean readsWeights() {
    return true;
  }

  @Override
  protected void checkOptions() {
    search.check();
    ShortestPaths.from().delta(delta);
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    int[] sources = search.sources(loaded);
    int target = search.target(loaded);
    progress.stage("shortest paths");
    ShortestPaths options = ShortestPaths.from(sources).method(method).delta(delta);
    try (SsspResult result = loaded.graph().shortestPaths(options)) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      report
          .fact(
              "result",
              "reached %s of %s vertices (%s) by %s"
                  .formatted(
                      Units.count(result.reached()),
                      Units.count(n),
                      Units.percent(result.reached(), n),
                      EnumConverter.spelling(result.method())))
          .json("reached", result.reached())
          .json("method", EnumConverter.spelling(result.method()));
      if (target >= 0) {
        search.reportPath(loaded, result.pathTo(target), v -> distance(result, v), report);
      }
      addFarthest(loaded, result, report);
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private static boolean isReached(SsspResult result, int vertex) {
    return result.distance(vertex) < Double.POSITIVE_INFINITY;
  }

  /// The distance in its own type: a double would round long sums.
  private static Number distance(SsspResult result, int vertex) {
    return result.isInteger()
        ? (Number) result.longDistances().get(vertex)
        : (Number) result.doubleDistances().get(vertex);
  }

  private void addFarthest(LoadedGraph loaded, SsspResult result, Report report) {
    Table farthest = new Table("vertex", "distance", "parent");
    int[] vertices =
        Top.largest(
            loaded.graph().vertices(),
            top(),
            v -> isReached(result, v),
            (a, b) ->
                result.isInteger()
                    ? Long.compare(result.longDistances().get(a), result.longDistances().get(b))
                    : Double.compare(result.distance(a), result.distance(b)));
    for (int v : vertices) {
      int parent = result.parents().get(v);
      farthest.add(loaded.id(v), distance(result, v), parent < 0 ? null : loaded.id(parent));
    }
    report.table("farthest", "Farthest", farthest, "");
  }
}
