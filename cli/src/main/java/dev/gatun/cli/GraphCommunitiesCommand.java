package dev.gatun.cli;

import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph communities`: communities.
@Command(
    name = "communities",
    description = {
      "Communities: groups of vertices with more edges inside than chance would give them.",
      "Edges count whatever their direction.",
      "A community is called by its vertex that comes first in the input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph communities friends.tsv",
      "  gatun graph communities links.csv.gz --method louvain --weighted --out community-of.csv",
    })
final class GraphCommunitiesCommand extends GraphAlgorithmCommand {
  /// How they are found.
  enum Method {
    LEIDEN,
    LOUVAIN,
    LABELS
  }

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      order = 1,
      description =
          "leiden (default: best), louvain (faster), labels (label propagation: fastest).")
  private Method method = Method.LEIDEN;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      order = 2,
      description = "Above 1: more, smaller communities. Not for labels. Default: 1.")
  private double resolution = 1;

  @Option(
      names = "--weighted",
      order = 3,
      description = "Edges count by their weights. Not for labels.")
  private boolean weighted;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 4,
      description =
          "Go through the vertices in another order. Not for labels. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      order = 5,
      description = "Rounds of leiden and louvain: more find more. Default: ${DEFAULT-VALUE}.")
  private int maxRounds = 3;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      order = 6,
      description = "Iterations of labels. Default: ${DEFAULT-VALUE}.")
  private int maxIterations = 10;

  @Override
  protected boolean readsWeights() {
    return weighted && method != Method.LABELS;
  }

  @Override
  protected void checkOptions() {
    algorithm();
    if (method == Method.LABELS && (weighted || resolution != 1)) {
      throw new IllegalArgumentException(
          "--weighted and --resolution are for the methods leiden and louvain");
    }
  }

  private GraphAlgorithm<CommunitiesResult> algorithm() {
    return switch (method) {
      case LEIDEN ->
          Leiden.defaults()
              .resolution(resolution)
              .weighted(weighted)
              .seed(seed)
              .maxRounds(maxRounds);
      case LOUVAIN ->
          Louvain.defaults()
              .resolution(resolution)
              .weighted(weighted)
              .seed(seed)
              .maxRounds(maxRounds);
      case LABELS -> LabelPropagation.defaults().maxIterations(maxIterations);
    };
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    progress.stage("communities");
    try (CommunitiesResult result = loaded.graph().run(algorithm())) {
      Report report = report(loaded, result.info());
      int[] sizes = result.sizes();
      int n = loaded.graph().vertices();
      int largest = result.largest();
      report
          .fact(
              "result",
              "%s, modularity %s, the largest with %s of %s vertices (%s)"
                  .formatted(
                      Units.count(result.count(), "community", "communities"),
                      Units.number(result.modularity()),
                      Units.count(largest),
                      Units.count(n),
                      Units.percent(largest, n)))
          .fact("search", describe(result))
          .json("method", method.name().toLowerCase(Locale.ROOT))
          .json("communities", result.count())
          .json("modularity", result.modularity())
          .json("largest", largest)
          .json("iterations", result.iterations())
          .json("converged", result.converged());
      if (method != Method.LABELS) {
        report.json("rounds", result.rounds()).json("levels", result.levels());
      }
      if (weighted && loaded.graph().weightType() == WeightType.NONE) {
        report.warn("--weighted, but the input has no weights: all edges counted alike");
      }
      report.table("top", "Largest communities", largest(loaded, result, sizes), "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private String describe(CommunitiesResult result) {
    String passes =
        method == Method.LABELS
            ? Units.count(result.iterations(), "iteration", "iterations")
            : "%s, %s, %s"
                .formatted(
                    Units.count(result.rounds(), "round", "rounds"),
                    Units.count(result.levels(), "level", "levels"),
                    Units.count(result.iterations(), "pass", "passes"));
    return passes + (result.converged() ? ", converged" : ", stopped at the limit");
  }

  private Table largest(LoadedGraph loaded, CommunitiesResult result, int[] sizes) {
    int[] labels = new int[sizes.length];
    for (int v = loaded.graph().vertices() - 1; v >= 0; v--) {
      labels[result.compact().get(v)] = result.label(v);
    }
    Table table = new Table("community", "vertices");
    int[] top =
        Top.largest(sizes.length, top(), _ -> true, (a, b) -> Integer.compare(sizes[a], sizes[b]));
    for (int c : top) {
      table.add(loaded.id(labels[c]), sizes[c]);
    }
    return table;
  }
}
