package dev.gatun.cli;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.BetweennessResult;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun graph betweenness`: betweenness centrality.
@Command(
    name = "betweenness",
    description = {
      "Betweenness: on how many shortest paths between others each vertex lies.",
      "Takes a search from every vertex; large graphs need --samples."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph betweenness friends.csv --top 20",
      "  gatun graph betweenness roads.csv.gz --undirected --samples 1000 --out between.csv",
    })
final class GraphBetweennessCommand extends GraphAlgorithmCommand {
  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--normalised",
      order = 3,
      description = "Scores as shares of all pairs of other vertices.")
  private boolean normalised;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected void checkOptions() {
    sample.check();
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("betweenness");
    Betweenness which =
        sample.count() == 0
            ? Betweenness.exact()
            : Betweenness.sampled(sample.count(), sample.seed());
    Betweenness options = which.normalised(normalised);
    try (BetweennessResult result = loaded.graph().run(options)) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      Table top = new Table("vertex", "betweenness");
      for (int v : result.top(top())) {
        top.add(loaded.id(v), result.score(v));
      }
      report
          .fact("result", SampleOptions.describe(result.sources(), n))
          .json("sources", result.sources())
          .json("exact", result.sources() == n)
          .json("normalised", normalised)
          .table("top", "Most between", top, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
