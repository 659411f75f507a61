package dev.gatun.cli;

import dev.gatun.graph.Bipartite;
import dev.gatun.graph.BipartiteResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph bipartite`: two sides or an odd cycle.
@Command(
    name = "bipartite",
    description = {
      "Whether the vertices have two sides with no edge inside a side, whatever the "
          + "direction of edges.",
      "If not, a cycle of an odd number of edges is printed, and is what --out has " + "then."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph bipartite edges.tsv",
      "  gatun graph bipartite ratings.csv --out sides.csv",
    })
final class GraphBipartiteCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("bipartite");
    try (BipartiteResult result = loaded.graph().run(new Bipartite())) {
      Report report = report(loaded, result.info()).json("bipartite", result.isBipartite());
      if (result.isBipartite()) {
        long first = loaded.graph().vertices() - result.second();
        String sides = Units.count(first) + " and " + Units.count(result.second());
        report
            .fact("result", "bipartite: " + sides + " vertices")
            .json("first", first)
            .json("second", result.second());
      } else {
        int[] cycle = result.oddCycle();
        String edges = Units.count(cycle.length, "edge", "edges");
        report
            .fact("result", "not bipartite: a cycle of " + edges)
            .json("cycle_length", cycle.length);
        CycleReport.add(report, loaded, cycle, " - ");
      }
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
