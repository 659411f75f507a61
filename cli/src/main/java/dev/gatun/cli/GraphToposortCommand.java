package dev.gatun.cli;

import dev.gatun.graph.TopologicalOrder;
import dev.gatun.graph.TopologicalOrderResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph toposort`: topological order.
@Command(
    name = "toposort",
    description = {
      "Topological order: every edge leads from an earlier vertex to a later one.",
      "Vertices of one level need nothing of each other. The exit status is 1 when "
          + "there is no order; the cycle that rules it out is printed, and is what --out "
          + "has then."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph toposort depends-on.tsv",
      "  gatun graph toposort tasks.csv --src before --dst after --out order.csv",
    })
final class GraphToposortCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("topological order");
    try (TopologicalOrderResult result = loaded.graph().run(new TopologicalOrder())) {
      Report report = report(loaded, result.info()).json("acyclic", result.isAcyclic());
      if (result.isAcyclic()) {
        addOrder(loaded, result, report);
      } else {
        addCycle(loaded, result, report);
      }
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private void addOrder(LoadedGraph loaded, TopologicalOrderResult result, Report report) {
    Table table = new Table("vertex", "level");
    for (int i = 0; i < Math.min(top(), result.order().size()); i++) {
      int v = result.order().get(i);
      table.add(loaded.id(v), result.levels().get(v));
    }
    String levels = Units.count(result.levelCount(), "level", "levels");
    report
        .fact("result", "%s vertices in %s".formatted(Units.count(result.ordered()), levels))
        .json("levels", result.levelCount())
        .table("order", "First in order", table, "");
  }

  private static void addCycle(LoadedGraph loaded, TopologicalOrderResult result, Report report) {
    int[] cycle = result.cycle();
    report
        .fact(
            "result",
            "no order: %s of %s vertices are on cycles or after them"
                .formatted(
                    Units.count(loaded.graph().vertices() - result.ordered()),
                    Units.count(loaded.graph().vertices())))
        .json("cycle_length", cycle.length)
        .status(Main.FAILED);
    CycleReport.add(report, loaded, cycle, " -> ");
  }
}
