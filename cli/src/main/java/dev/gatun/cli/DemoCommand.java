package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.NativeUnavailableException;
import dev.gatun.cli.DemoContender.Outcome;
import dev.gatun.cli.Failure.CommandException;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.RandomGraphs;
import java.io.IOException;
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
      "Makes an edge list of 4 million edges, reads it, builds the graph (undirected), runs each"
          + " algorithm on both engines, and checks that they agree. Takes less than a minute."
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
      description =
          "Make a graph of 2^N vertices and 16 times as many edges. Default: ${DEFAULT-VALUE}.")
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
      new DemoTable(contenders, outcomes).addTo(report);
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

  private static Input read(Path path, String name, Progress progress) {
    progress.stage("reading " + path.getFileName());
    long start = System.nanoTime();
    EdgeList edges = EdgeListReader.defaults().read(path);
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
            "%s, %s, %s"
                .formatted(
                    Units.count(edges.size(), "edge", "edges"),
                    Units.count(edges.vertices(), "vertex", "vertices"),
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
}
