package dev.gatun.cli;

import dev.gatun.graph.RandomWalks;
import dev.gatun.graph.RandomWalksResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph walks`: random walks.
@Command(
    name = "walks",
    description = {
      "Random walks along the edges, plain ones or those of node2vec (--p, --q). "
          + "--out gets a row per walk.",
      "The same seed makes the same walks, on every machine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph walks friends.csv --undirected --length 80 --walks 10 --out walks.csv.gz",
      "  gatun graph walks links.tsv --source home --p 0.5 --q 2 --seed 7",
    })
final class GraphWalksCommand extends GraphAlgorithmCommand {
  @Option(
      names = "--length",
      paramLabel = "N",
      order = 1,
      description = "Vertices of a walk, its start included. Default: ${DEFAULT-VALUE}.")
  private int length = 40;

  @Option(
      names = "--walks",
      paramLabel = "N",
      order = 2,
      description = "Walks from each start. Default: ${DEFAULT-VALUE}.")
  private int walks = 1;

  @Option(
      names = "--source",
      paramLabel = "ID",
      split = ",",
      order = 3,
      description = "Where to start, as in the input; several by commas. Default: every vertex.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--p",
      paramLabel = "P",
      order = 4,
      description = "node2vec: above 1 a walk seldom goes straight back. Default: 1.")
  private double p = 1;

  @Option(
      names = "--q",
      paramLabel = "Q",
      order = 5,
      description = "node2vec: above 1 a walk stays near where it came from. Default: 1.")
  private double q = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 6,
      description = "Chooses the walks. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--weighted",
      order = 7,
      description = "Follow edges in proportion to their weights.")
  private boolean weighted;

  @Override
  protected boolean readsWeights() {
    return weighted;
  }

  @Override
  protected void checkOptions() {
    options();
  }

  private RandomWalks options() {
    return RandomWalks.ofLength(length).perStart(walks).node2vec(p, q).seed(seed);
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    RandomWalks options = options();
    if (!sources.isEmpty()) {
      options = options.from(loaded.vertices(sources));
    }
    progress.stage("random walks");
    try (RandomWalksResult result = loaded.graph().run(options)) {
      Report report = report(loaded, result.info());
      report
          .fact(
              "result",
              "%s of up to %s"
                  .formatted(
                      Units.count(result.count(), "walk", "walks"),
                      Units.count(length, "vertex", "vertices")))
          .json("walks", result.count())
          .json("length", length)
          .json("seed", seed);
      Table first = new Table("walk", "vertices");
      for (int k = 0; k < Math.min(top(), result.count()); k++) {
        first.add(k, path(loaded, result.walk(k)));
      }
      report.table("top", "First walks", first, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  private static String path(LoadedGraph loaded, int[] walk) {
    return IntStream.of(walk)
        .mapToObj(v -> loaded.id(v).toString())
        .collect(Collectors.joining(" "));
  }
}
