package dev.gatun.cli;

import dev.gatun.graph.Dangling;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph pagerank`: PageRank.
@Command(
    name = "pagerank",
    description = "PageRank: how often a random walk along the edges visits each vertex.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph pagerank edges.tsv --top 10",
      "  gatun graph pagerank links.csv.gz --personalise home,about --out ranks.csv",
    })
final class GraphPagerankCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--alpha",
      paramLabel = "P",
      order = 1,
      description = "Chance to follow an edge rather than jump. Default: 0.85.")
  private double alpha = 0.85;

  @Option(
      names = "--tolerance",
      paramLabel = "E",
      order = 2,
      description = "Stop when all ranks together change by less; 0: never. Default: 1e-10.")
  private double tolerance = 1e-10;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      order = 3,
      description = "Stop after so many. Default: ${DEFAULT-VALUE}.")
  private int maxIterations = 200;

  @Option(
      names = "--personalise",
      paramLabel = "ID",
      split = ",",
      order = 4,
      description = "Jump to these vertices only; several by commas.")
  private List<String> personalise = new ArrayList<>();

  @Option(
      names = "--weighted",
      order = 5,
      description = "Follow edges in proportion to their weights.")
  private boolean weighted;

  @Option(
      names = "--dangling",
      paramLabel = "RULE",
      order = 6,
      description =
          "Where vertices without out-edges lead: teleport (default: as jumps), uniform, self,"
              + " drop.")
  private Dangling dangling = Dangling.TELEPORT;

  @Override
  protected boolean readsWeights() {
    return weighted;
  }

  @Override
  protected void checkOptions() {
    options();
  }

  private PageRank options() {
    return PageRank.defaults()
        .alpha(alpha)
        .tolerance(tolerance)
        .maxIterations(maxIterations)
        .weighted(weighted)
        .dangling(dangling);
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    PageRank options = options();
    if (!personalise.isEmpty()) {
      options = options.personalised(loaded.vertices(personalise));
    }
    progress.stage("PageRank");
    try (PageRankResult result = loaded.graph().pageRank(options)) {
      Report report = report(loaded, result.info());
      report
          .fact(
              "result",
              "%s, %s, error %s"
                  .formatted(
                      describeEnd(result),
                      Units.count(result.iterations(), "iteration", "iterations"),
                      Units.number(result.error())))
          .json("converged", result.converged())
          .json("iterations", result.iterations())
          .json("error", result.error());
      if (weighted && loaded.graph().weightType() == WeightType.NONE) {
        report.warn("--weighted, but the input has no weights: all edges counted alike");
      }
      Table top = new Table("vertex", "rank");
      for (int v : result.top(top())) {
        top.add(loaded.id(v), result.rank(v));
      }
      report.table("top", "Highest rank", top, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private String describeEnd(PageRankResult result) {
    if (result.converged()) {
      return "converged";
    }
    return tolerance == 0
        ? "not converged, nor asked to (tolerance 0)"
        : "NOT CONVERGED (see --max-iterations, --tolerance)";
  }
}
