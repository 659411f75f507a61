package dev.gatun.cli;

import dev.gatun.graph.Cores;
import dev.gatun.graph.CoresResult;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `gatun graph kcore`: core numbers.
@Command(
    name = "kcore",
    description = {
      "Core numbers: the largest k for which a vertex belongs to a part of the "
          + "graph in which all have at least k neighbours, whatever the direction of the "
          + "edges."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph kcore friends.csv",
      "  gatun graph kcore links.tsv.gz --top 3 --out core-of.csv",
    })
final class GraphKcoreCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("core numbers");
    try (CoresResult result = loaded.graph().run(new Cores())) {
      Report report = report(loaded, result.info());
      int[] sizes = result.sizes();
      int innermost = result.degeneracy();
      report
          .fact(
              "result",
              "the innermost is the %s-core, of %s"
                  .formatted(
                      Units.count(innermost), Units.count(sizes[innermost], "vertex", "vertices")))
          .json("degeneracy", innermost)
          .json("innermost", sizes[innermost]);
      Table table = new Table("core", "vertices", "vertices_at_least");
      long inside = 0;
      for (int core = innermost; core >= 0 && innermost - core < top(); core--) {
        inside += sizes[core];
        table.add(core, sizes[core], inside);
      }
      report.table("top", "Innermost cores", table, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }
}
