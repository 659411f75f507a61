package dev.gatun.cli;

import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph triangles`: triangles, in all and at each vertex.
@Command(
    name = "triangles",
    description = {
      "Triangles: three vertices that are neighbours of each other, whatever the "
          + "direction of the edges between them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph triangles friends.csv",
      "  gatun graph triangles links.tsv.gz --top 20 --out triangles-of.csv",
    })
final class GraphTrianglesCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("triangles");
    try (TrianglesResult result = loaded.graph().run(Triangles.perVertex())) {
      Report report = report(loaded, result.info());
      report
          .fact(
              "result",
              "%s, transitivity %s, average clustering %s"
                  .formatted(
                      Units.count(result.count(), "triangle", "triangles"),
                      Units.number(result.transitivity()),
                      Units.number(result.averageClustering())))
          .json("triangles", result.count())
          .json("transitivity", result.transitivity())
          .json("average_clustering", result.averageClustering())
          .table("top", "In most triangles", most(loaded, result), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private Table most(LoadedGraph loaded, TrianglesResult result) {
    Table table = new Table("vertex", "triangles", "clustering");
    int[] vertices =
        Top.largest(
            loaded.graph().vertices(),
            top(),
            v -> result.triangles(v) > 0,
            (a, b) -> Long.compare(result.triangles(a), result.triangles(b)));
    for (int v : vertices) {
      table.add(loaded.id(v), result.triangles(v), result.clustering(v));
    }
    return table;
  }
}
