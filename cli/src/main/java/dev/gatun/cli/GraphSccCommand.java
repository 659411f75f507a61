package dev.gatun.cli;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.StrongComponents;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph scc`: strongly connected components.
@Command(
    name = "scc",
    description = {
      "Strongly connected components: vertices that reach each other along edges.",
      "A component is called by its vertex that comes first in the input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph scc edges.tsv",
      "  gatun graph scc calls.csv --top 3 --out component-of.csv.gz",
    })
final class GraphSccCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("strong components");
    try (ComponentsResult result = loaded.graph().run(new StrongComponents())) {
      Report report = report(loaded, result.info());
      ComponentsReport.add(report, loaded, result, top());
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
