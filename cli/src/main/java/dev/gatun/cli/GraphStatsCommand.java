package dev.gatun.cli;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Degrees;
import dev.gatun.graph.DegreesResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/// `gatun graph stats`: what the graph is like.
@Command(
    name = "stats",
    description = "Size, weights, and degrees of a graph.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph stats edges.tsv",
      "  gatun graph stats trades.csv --src seller --dst buyer --weight price --json",
    })
final class GraphStatsCommand extends GraphAlgorithmCommand {

  @Override
  protected boolean readsWeights() {
    return true;
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    CsrGraph graph = loaded.graph();
    progress.stage("counting degrees");
    long start = System.nanoTime();
    try (DegreesResult counted = graph.run(new Degrees())) {
      return report(loaded, counted, start, progress);
    }
  }

  private Report report(LoadedGraph loaded, DegreesResult counted, long start, Progress progress) {
    CsrGraph graph = loaded.graph();
    int n = graph.vertices();
    int[] all = IntStream.range(0, n).map(counted::degree).toArray();
    long isolated = Arrays.stream(all).filter(degree -> degree == 0).count();
    Table degrees = new Table("degree", "min", "median", "p90", "p99", "max", "mean");
    addDegrees(degrees, graph.isDirected() ? "in + out" : "all", all);
    if (graph.isDirected()) {
      addDegrees(degrees, "out", counted.out().toArray());
      addDegrees(degrees, "in", counted.in().toArray());
    }
    Table highest = highest(loaded, counted);
    Duration run = Duration.ofNanos(System.nanoTime() - start);

    long dropped = loaded.tuples() - loaded.edges();
    Report report = report(loaded, graph.buildInfo(), run);
    report
        .fact("input", Units.count(loaded.tuples(), "edge", "edges") + describeDropped(dropped))
        .fact(
            "isolated",
            "%s of %s vertices have no edge (%s)"
                .formatted(Units.count(isolated), Units.count(n), Units.percent(isolated, n)))
        .fact("memory", Units.bytes(graph.memoryBytes()))
        .json("input_edges", loaded.tuples())
        .json("dropped_edges", dropped)
        .json("isolated", isolated)
        .json("memory_bytes", graph.memoryBytes())
        .table("degrees", "", degrees, "")
        .table("top", "Highest degree", highest, "");
    writeOut(loaded, counted, report, progress);
    return report;
  }

  private static String describeDropped(long dropped) {
    return dropped == 0
        ? ""
        : ", of which " + Units.count(dropped) + " dropped as self loops or duplicates";
  }

  /// A row of figures; percentiles by the nearest rank.
  private static void addDegrees(Table table, String which, int[] degrees) {
    if (degrees.length == 0) {
      return;
    }
    int[] sorted = degrees.clone();
    Arrays.parallelSort(sorted);
    IntUnaryOperator percentile =
        p -> sorted[(int) Math.max(0, ((long) sorted.length * p + 99) / 100 - 1)];
    double mean = (double) Arrays.stream(sorted).asLongStream().sum() / sorted.length;
    table.add(
        which,
        sorted[0],
        percentile.applyAsInt(50),
        percentile.applyAsInt(90),
        percentile.applyAsInt(99),
        sorted[sorted.length - 1],
        mean);
  }

  private Table highest(LoadedGraph loaded, DegreesResult counted) {
    CsrGraph graph = loaded.graph();
    Table table =
        graph.isDirected()
            ? new Table("vertex", "degree", "out_degree", "in_degree")
            : new Table("vertex", "degree");
    int[] vertices =
        Top.largest(
            graph.vertices(),
            top(),
            _ -> true,
            (a, b) -> Integer.compare(counted.degree(a), counted.degree(b)));
    for (int v : vertices) {
      if (graph.isDirected()) {
        table.add(loaded.id(v), counted.degree(v), counted.out().get(v), counted.in().get(v));
      } else {
        table.add(loaded.id(v), counted.degree(v));
      }
    }
    return table;
  }
}
