package dev.gatun.cli;

import dev.gatun.graph.Closeness;
import dev.gatun.graph.ClosenessResult;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun graph closeness`: closeness and harmonic centrality.
@Command(
    name = "closeness",
    description = {
      "Closeness and harmonic centrality: how near each vertex is to those it reaches.",
      "Takes a search from every vertex, 512 at a time; large graphs need --samples."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph closeness friends.csv --top 20",
      "  gatun graph closeness links.csv.gz --samples 2000 --out closeness.csv",
    })
final class GraphClosenessCommand extends GraphAlgorithmCommand {
  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--within-component",
      order = 3,
      description = "Closeness without regard to how much of the graph is reached.")
  private boolean withinComponent;

  @Option(
      names = "--normalised",
      order = 4,
      description = "Harmonic centrality divided by the number of other vertices.")
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
    progress.stage("closeness");
    Closeness options = new Closeness(sample.count(), sample.seed(), !withinComponent, normalised);
    try (ClosenessResult result = loaded.graph().run(options)) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      Table top = new Table("vertex", "closeness", "harmonic");
      for (int v : result.top(top())) {
        top.add(loaded.id(v), result.closeness().get(v), result.harmonic().get(v));
      }
      report
          .fact("result", SampleOptions.describe(result.sources(), n))
          .json("sources", result.sources())
          .json("exact", result.sources() == n)
          .json("wasserman_faust", !withinComponent)
          .json("normalised", normalised)
          .table("top", "Highest closeness", top, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
