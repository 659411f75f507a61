package dev.gatun.cli;

import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun graph bfs`: breadth-first search.
@Command(
    name = "bfs",
    customSynopsis = "gatun graph bfs INPUT --source ID [OPTIONS]",
    description = "Breadth-first search: how many edges each vertex is away from the sources.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph bfs edges.tsv --source 1",
      "  gatun graph bfs flights.csv --source Berlin,Paris --target Lima --out hops.csv",
    })
final class GraphBfsCommand extends GraphAlgorithmCommand {
  @Mixin private SearchOptions search = new SearchOptions();

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      order = 3,
      description = "Go no further than this many edges. Default: no limit.")
  private @Nullable Integer maxDepth;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected void checkOptions() {
    search.check();
    if (maxDepth != null && maxDepth < 0) {
      throw new IllegalArgumentException("--max-depth " + maxDepth + " is negative");
    }
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    int[] sources = search.sources(loaded);
    int target = search.target(loaded);
    progress.stage("breadth-first search");
    int limit = maxDepth == null ? -1 : maxDepth;
    try (BfsResult result = loaded.graph().bfs(Bfs.from(sources).maxDepth(limit))) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      report
          .fact(
              "result",
              "reached %s of %s vertices (%s), %s away at most"
                  .formatted(
                      Units.count(result.reached()),
                      Units.count(n),
                      Units.percent(result.reached(), n),
                      Units.count(result.depth(), "edge", "edges")))
          .json("reached", result.reached())
          .json("depth", result.depth());
      if (target >= 0) {
        search.reportPath(loaded, result.pathTo(target), result::distance, report);
      }
      addLevels(result, n, report);
      addFarthest(loaded, result, report);
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private void addLevels(BfsResult result, int n, Report report) {
    long[] counts = new long[result.depth() + 1];
    for (int v = 0; v < n; v++) {
      if (result.distance(v) >= 0) {
        counts[result.distance(v)]++;
      }
    }
    Table levels = new Table("distance", "vertices");
    int shown = Math.min(counts.length, top());
    for (int d = 0; d < shown; d++) {
      levels.add(d, counts[d]);
    }
    int more = counts.length - shown;
    report.table(
        "levels",
        "Vertices by distance",
        levels,
        more == 0
            ? ""
            : "and " + Units.count(more, "more distance", "more distances") + " (see --top)");
  }

  private void addFarthest(LoadedGraph loaded, BfsResult result, Report report) {
    Table farthest = new Table("vertex", "distance", "parent");
    int[] vertices =
        Top.largest(
            loaded.graph().vertices(),
            top(),
            v -> result.distance(v) >= 0,
            (a, b) -> Integer.compare(result.distance(a), result.distance(b)));
    for (int v : vertices) {
      int parent = result.parent(v);
      farthest.add(loaded.id(v), result.distance(v), parent < 0 ? null : loaded.id(parent));
    }
    report.table("farthest", "Farthest", farthest, "");
  }
}
