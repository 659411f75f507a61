package dev.gatun.cli;

import dev.gatun.graph.Similarity;
import dev.gatun.graph.SimilarityMeasure;
import dev.gatun.graph.SimilarityResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph similarity`: for each vertex, those with the most similar neighbours.
@Command(
    name = "similarity",
    description = {
      "For each vertex the ones whose neighbours are most like its own, whatever "
          + "the direction of the edges."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph similarity likes.csv --of Alice",
      "  gatun graph similarity likes.csv --measure cosine --least 0.2 --out similar.csv",
    })
final class GraphSimilarityCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--measure",
      paramLabel = "NAME",
      order = 1,
      description = "jaccard (default), overlap or cosine.")
  private SimilarityMeasure measure = SimilarityMeasure.JACCARD;

  @Option(
      names = "--similar",
      paramLabel = "N",
      order = 2,
      description = "How many each vertex gets. Default: ${DEFAULT-VALUE}.")
  private int similar = 10;

  @Option(
      names = "--least",
      paramLabel = "S",
      order = 3,
      description = "Leave out similarities below this, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double least;

  @Option(
      names = "--least-degree",
      paramLabel = "N",
      order = 4,
      description = "Leave out vertices of fewer neighbours. Default: ${DEFAULT-VALUE}.")
  private long leastDegree = 1;

  @Option(
      names = "--most-degree",
      paramLabel = "N",
      order = 5,
      description = "Leave out vertices of more neighbours. Default: no limit.")
  private long mostDegree = Long.MAX_VALUE;

  @Option(
      names = "--of",
      paramLabel = "ID",
      order = 6,
      description = "Show those like this vertex rather than the most similar pairs.")
  private @Nullable String of;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected void checkOptions() {
    options();
  }

  private Similarity options() {
    if (similar < 1) {
      throw new IllegalArgumentException("--similar " + similar + " is less than 1");
    }
    return Similarity.top(similar).measure(measure).least(least).degrees(leastDegree, mostDegree);
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    int vertex = of == null ? -1 : loaded.vertex(of);
    progress.stage("similarity");
    try (SimilarityResult result = loaded.graph().run(options())) {
      Report report = report(loaded, result.info());
      int rows = result.values().size();
      report
          .fact("result", Units.count(rows, "similar pair", "similar pairs"))
          .json("pairs", rows)
          .table("top", title(), table(loaded, result, vertex), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private String title() {
    return of == null ? "Most similar pairs" : "Most similar to " + Units.printable(of);
  }

  /// The most similar pairs, each once, or those of one vertex.
  private Table table(LoadedGraph loaded, SimilarityResult result, int vertex) {
    Table table = new Table("vertex", "neighbour", "similarity");
    int[] rows =
        Top.largest(
            result.values().size(),
            top(),
            row ->
                vertex >= 0
                    ? result.first().get(row) == vertex
                    : result.first().get(row) < result.second().get(row),
            (a, b) -> Double.compare(result.value(a), result.value(b)));
    for (int row : rows) {
      table.add(
          loaded.id(result.first().get(row)),
          loaded.id(result.second().get(row)),
          result.value(row));
    }
    return table;
  }
}
