package dev.gatun.cli;

import dev.gatun.graph.Colouring;
import dev.gatun.graph.ColouringResult;
import dev.gatun.graph.GreedyOrder;
import dev.gatun.graph.IndependentSet;
import dev.gatun.graph.IndependentSetResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph colouring`: greedy colouring, or an independent set.
@Command(
    name = "colouring",
    description = {
      "Greedy colouring: a colour for each vertex that none of its neighbours has, "
          + "whatever the direction of edges."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph colouring exams.tsv --out slots.csv",
      "  gatun graph colouring conflicts.csv --independent-set --out chosen.csv",
    })
final class GraphColouringCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--order",
      paramLabel = "ORDER",
      order = 1,
      description = {
        "Who chooses first: id, largest-first or smallest-first, by degree.",
        "Default: largest-first; for an independent set, smallest-first."
      })
  private @Nullable GreedyOrder order;

  @Option(
      names = "--independent-set",
      order = 2,
      description = "Only a maximal set of vertices that are not neighbours.")
  private boolean independentSet;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    return independentSet ? independentSet(loaded, progress) : colouring(loaded, progress);
  }

  private Report colouring(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("colouring");
    Colouring greedy = order == null ? Colouring.greedy() : new Colouring(order);
    try (ColouringResult result = loaded.graph().run(greedy)) {
      Report report = report(loaded, result.info());
      report
          .fact("result", Units.count(result.count(), "colour", "colours"))
          .json("colours", result.count())
          .json("order", EnumConverter.spelling(greedy.order()))
          .table("sizes", "Vertices of each colour", sizes(result), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private Table sizes(ColouringResult result) {
    int[] sizes = result.sizes();
    Table table = new Table("colour", "vertices");
    for (int colour = 0; colour < Math.min(top(), sizes.length); colour++) {
      table.add(colour, sizes[colour]);
    }
    return table;
  }

  private Report independentSet(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("independent set");
    IndependentSet greedy = order == null ? IndependentSet.greedy() : new IndependentSet(order);
    try (IndependentSetResult result = loaded.graph().run(greedy)) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      report
          .fact(
              "result",
              "%s of %s vertices (%s), no two of them neighbours"
                  .formatted(
                      Units.count(result.size()), Units.count(n), Units.percent(result.size(), n)))
          .json("independent", result.size())
          .json("order", EnumConverter.spelling(greedy.order()));
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
