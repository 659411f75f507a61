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
      int n = loaded.graph().vertices();
      report
          .fact(
              "result",
              "%s, the largest with %s of %s vertices (%s)"
                  .formatted(
                      Units.count(result.count(), "component", "components"),
                      Units.count(result.largest()),
                      Units.count(n),
                      Units.percent(result.largest(), n)))
          .json("components", result.count())
          .json("largest", result.largest())
          .table("top", "Largest components", largest(loaded, result), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private Table largest(LoadedGraph loaded, ComponentsResult result) {
    int n = loaded.graph().vertices();
    int[] sizes = new int[n];
    for (int v = 0; v < n; v++) {
      sizes[result.label(v)]++;
    }
    Table table = new Table("component", "vertices");
    int[] labels =
        Top.largest(n, top(), v -> sizes[v] > 0, (a, b) -> Integer.compare(sizes[a], sizes[b]));
    for (int label : labels) {
      table.add(loaded.id(label), sizes[label]);
    }
    return table;
  }
}
