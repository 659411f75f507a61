package dev.gatun.cli;

import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph dfs`: depth-first search.
@Command(
    name = "dfs",
    description = {
      "Depth-first search: the order in which vertices are found and left, and the " + "trees.",
      "Neighbours are tried in the order in which they come first in the input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph dfs edges.tsv",
      "  gatun graph dfs links.csv --source home --max-depth 5 --out orders.csv",
    })
final class GraphDfsCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--source",
      paramLabel = "ID",
      split = ",",
      order = 1,
      description = "Where to start, as in the input. Default: everywhere.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      order = 2,
      description = "Go no deeper than this many edges. Default: no limit.")
  private @Nullable Integer maxDepth;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected void checkOptions() {
    if (maxDepth != null && maxDepth < 0) {
      throw new IllegalArgumentException("--max-depth " + maxDepth + " is negative");
    }
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    DepthFirst search =
        sources.isEmpty() ? DepthFirst.forest() : DepthFirst.from(loaded.vertices(sources));
    progress.stage("depth-first search");
    try (DepthFirstResult result =
        loaded.graph().run(search.maxDepth(maxDepth == null ? -1 : maxDepth))) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      report
          .fact(
              "result",
              "reached %s of %s vertices (%s) in %s, %s deep"
                  .formatted(
                      Units.count(result.reached()),
                      Units.count(n),
                      Units.percent(result.reached(), n),
                      Units.count(result.trees(), "tree", "trees"),
                      Units.count(result.deepest(), "edge", "edges")))
          .json("reached", result.reached())
          .json("trees", result.trees())
          .json("deepest", result.deepest())
          .table("preorder", "In the order of discovery", preorder(loaded, result), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private Table preorder(LoadedGraph loaded, DepthFirstResult result) {
    Table table = new Table("vertex", "depth", "parent", "finish");
    for (int i = 0; i < Math.min(top(), result.reached()); i++) {
      int v = result.preorder().get(i);
      int parent = result.parents().get(v);
      table.add(
          loaded.id(v),
          result.depths().get(v),
          parent < 0 ? null : loaded.id(parent),
          result.finish().get(v));
    }
    return table;
  }
}
