package dev.gatun.cli;

import dev.gatun.graph.Clustering;
import dev.gatun.graph.ClusteringResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph clustering`: local clustering coefficients.
@Command(
    name = "clustering",
    description = {
      "Local clustering coefficients as LDBC Graphalytics defines them: of the "
          + "edges that there could be among the neighbours of a vertex, the share that "
          + "there are.",
      "In a directed graph there could be one each way."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph clustering friends.csv --undirected",
      "  gatun graph clustering links.tsv.gz --out clustering.csv",
    })
final class GraphClusteringCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("clustering coefficients");
    try (ClusteringResult result = loaded.graph().run(new Clustering())) {
      Report report = report(loaded, result.info());
      report
          .fact("result", "average " + Units.number(result.average()))
          .json("average", result.average());
      Table table = new Table("vertex", "clustering");
      int[] vertices =
          Top.largest(
              loaded.graph().vertices(),
              top(),
              v -> result.coefficient(v) > 0,
              (a, b) -> Double.compare(result.coefficient(a), result.coefficient(b)));
      for (int v : vertices) {
        table.add(loaded.id(v), result.coefficient(v));
      }
      report.table("top", "Highest coefficients", table, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
