package dev.gatun.cli;

import dev.gatun.graph.ComponentsResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph components`: connected components.
@Command(
    name = "components",
    description = {
      "Connected components, whatever the direction of the edges (weak components).",
      "A component is called by its vertex that comes first in the input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph components edges.tsv",
      "  gatun graph components friends.csv --top 3 --out component-of.csv.gz",
    })
final class GraphComponentsCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("connected components");
    try (ComponentsResult result = loaded.graph().components()) {
      Report report = report(loaded, result.info());
      ComponentsReport.add(report, loaded, result, top());
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
