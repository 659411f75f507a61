package dev.gatun.cli;

import dev.gatun.graph.Diameter;
import dev.gatun.graph.DiameterResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph diameter`: bounds on the diameter.
@Command(
    name = "diameter",
    description = {
      "Diameter: the largest distance between two vertices of the largest " + "component.",
      "Edges lead both ways, whatever their direction. Gives the diameter, or "
          + "bounds on it when the searches allowed do not settle it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph diameter friends.csv",
      "  gatun graph diameter roads.csv.gz --refinements 100000",
    })
final class GraphDiameterCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--refinements",
      paramLabel = "N",
      order = 1,
      description = "Search from so many vertices at most after the first five. Default: 2048.")
  private @Nullable Integer refinements;

  @Override
  protected boolean readsWeights() {
    return false;
  }

  @Override
  protected void checkOptions() {
    if (refinements != null && refinements < 0) {
      throw new IllegalArgumentException("--refinements " + refinements + " is negative");
    }
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("diameter");
    Diameter options = refinements == null ? Diameter.bounds() : new Diameter(refinements);
    try (DiameterResult result = loaded.graph().run(options)) {
      Report report = report(loaded, result.info());
      int n = loaded.graph().vertices();
      report
          .fact("result", describe(loaded, result))
          .fact(
              "component",
              "%s of %s vertices, %s"
                  .formatted(
                      Units.count(result.componentSize()),
                      Units.count(n),
                      Units.count(result.searches(), "search", "searches")))
          .json("lower", result.lower())
          .json("upper", result.upper())
          .json("exact", result.isExact())
          .json("component_size", result.componentSize())
          .json("searches", result.searches());
      if (n > 0) {
        report
            .json("from", loaded.id(result.from()).value())
            .json("to", loaded.id(result.to()).value());
      }
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private static String describe(LoadedGraph loaded, DiameterResult result) {
    if (result.from() < 0) {
      return "the graph is empty";
    }
    String ends = ", between " + loaded.id(result.from()) + " and " + loaded.id(result.to());
    return result.isExact()
        ? "diameter " + Units.count(result.lower()) + ends
        : "diameter %s to %s; %s are %s apart (see --refinements)"
            .formatted(
                Units.count(result.lower()),
                Units.count(result.upper()),
                loaded.id(result.from()) + " and " + loaded.id(result.to()),
                Units.count(result.lower()));
  }
}
