package dev.gatun.cli;

import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SpanningForestResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph spanning-tree`: the minimum spanning forest.
@Command(
    name = "spanning-tree",
    description = {
      "Minimum spanning tree: the edges of least weight in all that join every two "
          + "vertices which are joined at all; one tree a component.",
      "Edges are taken without their direction. Among equal weights the edge with "
          + "vertices that come first in the input is taken first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph spanning-tree cables.csv --out tree.csv",
      "  gatun graph spanning-tree roads.tsv.gz --top 3 --json",
    })
final class GraphSpanningTreeCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return true;
  }

  @Override
  protected boolean takesNegativeWeights() {
    return true;
  }

  @Override
  protected boolean alwaysUndirected() {
    return true;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("minimum spanning forest");
    try (SpanningForestResult result = loaded.graph().run(SpanningForest.minimum())) {
      Report report = report(loaded, result.info());
      Number weight = result.isInteger() ? (Number) result.longWeight() : (Number) result.weight();
      report
          .fact(
              "result",
              "%s of %s, weight %s"
                  .formatted(
                      Units.count(result.trees(), "tree", "trees"),
                      Units.count(result.edges(), "edge", "edges"),
                      Units.number(result.weight())))
          .json("trees", result.trees())
          .json("forest_edges", result.edges())
          .json("weight", weight)
          .table("top", "Heaviest edges", heaviest(loaded, result), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private Table heaviest(LoadedGraph loaded, SpanningForestResult result) {
    Table table = new Table("source", "target", "weight");
    int[] edges =
        Top.largest(result.edges(), top(), _ -> true, (a, b) -> compareWeights(result, a, b));
    for (int edge : edges) {
      table.add(
          loaded.id(result.sources().get(edge)),
          loaded.id(result.targets().get(edge)),
          weight(result, edge));
    }
    return table;
  }

  private static int compareWeights(SpanningForestResult result, int a, int b) {
    return result.isInteger()
        ? Long.compare(result.longWeights().get(a), result.longWeights().get(b))
        : Double.compare(result.doubleWeights().get(a), result.doubleWeights().get(b));
  }

  private static Number weight(SpanningForestResult result, int edge) {
    if (result.isInteger()) {
      return result.longWeights().get(edge);
    }
    return result.doubleWeights().get(edge);
  }
}
