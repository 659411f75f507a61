package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.NativeUnavailableException;
import dev.gatun.cli.DemoContender.Outcome;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.cli.Table.Column;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.RandomGraphs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun demo`: the main job on real sizes, native and Java side by side.
@Command(
    name = "demo",
    description = {
      "Times the graph algorithms on this machine, Java and native side by side.",
      "Makes an edge list of 4 million edges, reads it, builds the graph (undirected), runs each algorithm on both"
          + " engines, and checks that they agree. Takes less than a minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  gatun demo", "  gatun demo --scale 20 --json", "  gatun demo --edges edges.tsv"})
final class DemoCommand extends GatunCommand {
  private static final int LEAST_SCALE = 4;
  private static final int GREATEST_SCALE = 22;
  private static final int EDGES_PER_VERTEX = 16;
  private static final long SEED = 42;

  @Option(
      names = "--scale",
      paramLabel = "N",
      order = 1,
      description = "Make a graph of 2^N vertices and 16 times as many edges. Default: ${DEFAULT-VALUE}.")
  private int scale = 18;

  @Option(
      names = "--edges",
      paramLabel = "FILE",
      order = 2,
      description = "Read this edge list instead of making one.")
  private @Nullable Path file;

  private record Input(EdgeList edges, String name, Duration read) {}

  @Override
  protected Report run(Progress progress) throws Exception {
    if (scale < LEAST_SCALE || scale > GREATEST_SCALE) {
      throw wrongUsage("--scale %d is not in %d..%d".formatted(scale, LEAST_SCALE, GREATEST_SCALE));
    }
    long start = System.nanoTime();
    Setting setting = Setting.now();
    List<DemoContender> contenders = contenders(setting);
    Input input = file == null ? generated(progress) : read(file, file.toString(), progress);
    try (EdgeList edges = input.edges()) {
      if (edges.size() == 0) {
        throw new CommandException(input.name() + ": has no edges; the demo needs some");
      }
      List<List<Outcome>> outcomes = new ArrayList<>();
      for (DemoContender contender : contenders) {
        outcomes.add(contender.run(edges, progress));
      }
      Report report = describe(input, setting);
      addTable(report, contenders, outcomes);
      report.json("elapsed_ms", Units.millis(Duration.ofNanos(System.nanoTime() - start)));
      return report;
    }
  }

  /// Java first: the others are compared with it.
  private static List<DemoContender> contenders(Setting setting) {
    if (setting.wish() == Engine.NATIVE && !setting.natives().available()) {
      throw new NativeUnavailableException(setting.natives().reason());
    }
    List<DemoContender> contenders = new ArrayList<>();
    contenders.add(new DemoContender(Engine.JAVA, 1));
    if (setting.engine() == Engine.NATIVE) {
      contenders.add(new DemoContender(Engine.NATIVE, 1));
      if (setting.threads() > 1) {
        contenders.add(new DemoContender(Engine.NATIVE, setting.threads()));
      }
    }
    return contenders;
  }

  private Input generated(Progress progress) throws IOException {
    progress.stage("making edges");
    Path folder = Files.createTempDirectory("gatun-demo-");
    Path made = folder.resolve("edges.csv");
    try {
      try (EdgeList edges = RandomGraphs.rmat(scale, EDGES_PER_VERTEX, SEED)) {
        EdgeCsv.write(made, edges, progress);
      }
      return read(made, "R-MAT graph of scale " + scale + ", as CSV", progress);
    } finally {
      Files.deleteIfExists(made);
      Files.delete(folder);
    }
  }

  private static Input read(Path path, String name, Progress progress) throws IOException {
    progress.stage("reading " + path.getFileName());
    long start = System.nanoTime();
    EdgeList edges = GraphInput.read(EdgeListReader.defaults(), path);
    return new Input(edges, name, Duration.ofNanos(System.nanoTime() - start));
  }

  private static Report describe(Input input, Setting setting) {
    EdgeList edges = input.edges();
    String engines =
        setting.engine() == Engine.NATIVE
            ? "Java, and native " + setting.isa()
            : "Java only: "
                + (setting.wish() == Engine.JAVA ? "as asked" : setting.natives().reason());
    return new Report()
        .fact("input", input.name() + ", " + Units.bytes(edges.bytesRead()))
        .fact(
            "edges",
            "%s edges, %s vertices, %s"
                .formatted(
                    Units.count(edges.size()),
                    Units.count(edges.vertices()),
                    GraphAlgorithmCommand.describe(edges.weightType())))
        .fact(
            "read in",
            "%s (%s)"
                .formatted(
                    Units.duration(input.read()), Units.rate(edges.bytesRead(), input.read())))
        .fact("engines", engines)
        .fact("times", "median of up to " + DemoContender.RUNS + " runs, in ms, after warm-up")
        .json("input", input.name())
        .json("bytes_read", edges.bytesRead())
        .json("input_edges", edges.size())
        .json("vertices", edges.vertices())
        .json("read_ms", Units.millis(input.read()))
        .json("engine", EnumConverter.spelling(setting.engine()))
        .json("isa", setting.isa())
        .json("threads", setting.engine() == Engine.NATIVE ? setting.threads() : 1);
  }

  private static void addTable(
      Report report, List<DemoContender> contenders, List<List<Outcome>> outcomes) {
    boolean compares = contenders.size() > 1;
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("step", "step"));
    contenders.forEach(c -> columns.add(new Column(c.key() + "_ms", c.label())));
    if (compares) {
      columns.add(new Column("speed_up", "speed-up"));
      columns.add(new Column("agrees", "agrees"));
    }
    Table table = new Table(columns);
    List<String> disagreeing = new ArrayList<>();
    List<Outcome> java = outcomes.getFirst();
    for (int s = 0; s < java.size(); s++) {
      int step = s;
      Outcome reference = java.get(s);
      List<Object> row = new ArrayList<>();
      row.add(reference.step());
      outcomes.forEach(of -> row.add(decimals(of.get(step).millis(), 1)));
      if (compares) {
        row.add(decimals(reference.millis() / outcomes.getLast().get(s).millis(), 1));
        boolean agrees =
            outcomes.stream()
                .allMatch(of -> DemoStep.agree(reference.answer(), of.get(step).answer()));
        row.add(agrees);
        if (!agrees) {
          disagreeing.add(reference.step());
        }
      }
      table.add(row.toArray());
    }
    report.table("steps", "", table, compares ? explain(contenders) : "");
    if (compares) {
      report.json("agrees", disagreeing.isEmpty());
    }
    if (!disagreeing.isEmpty()) {
      report.warn("native and Java disagree on " + disagreeing + "; please report it");
      report.status(Main.FAILED);
    }
  }

  private static String explain(List<DemoContender> contenders) {
    return "\nspeed-up: Java / "
        + contenders.getLast().label()
        + "; agrees: integers equal, PageRank within 1e-12";
  }

  private static BigDecimal decimals(double value, int count) {
    return BigDecimal.valueOf(value).setScale(count, RoundingMode.HALF_UP);
  }
}
