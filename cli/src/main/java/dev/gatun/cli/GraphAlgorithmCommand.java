package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.RunInfo;
import dev.gatun.arrow.BatchReader;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.CsrGraphBuilder;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.GraphResult;
import dev.gatun.graph.ResultTable;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all `gatun graph` commands do alike: check the options, read the edges, build the graph,
/// say what ran, write `--out`.
abstract class GraphAlgorithmCommand extends GatunCommand {
  @Mixin private GraphInput input = new GraphInput();

  @Option(
      names = "--top",
      paramLabel = "N",
      order = 60,
      description = "Rows in each table. Default: ${DEFAULT-VALUE}.")
  private int top = 10;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 61,
      description = "Write all rows: .csv, .csv.gz, or Arrow IPC by .arrow, .feather, .ipc.")
  private @Nullable Path out;

  /// Whether the algorithm looks at weights; if not, none are read.
  protected abstract boolean readsWeights();

  /// Whether negative weights are weights like others.
  protected boolean takesNegativeWeights() {
    return false;
  }

  /// Whether edges are to go both ways, whatever the input is.
  protected boolean alwaysUndirected() {
    return false;
  }

  /// Rejects options that cannot be, before anything is read.
  ///
  /// @throws IllegalArgumentException when an option has a value that it cannot have
  protected void checkOptions() {}

  /// Runs the algorithm and reports its result after [#report].
  protected abstract Report run(LoadedGraph graph, Progress progress) throws IOException;

  @Override
  protected final Report run(Progress progress) throws IOException {
    EdgeListReader reader =
        usage(
            () -> {
              checkAll();
              return input.reader(readsWeights());
            });
    CsrGraphBuilder builder = usage(() -> input.builder(alwaysUndirected()));
    if (out != null) {
      ResultFile.checkPlace(out);
      if (input.is(out)) {
        throw wrongUsage("--out " + out + " is the input");
      }
    }
    try (LoadedGraph graph = input.load(reader, builder, progress)) {
      return explaining(graph, progress);
    }
  }

  /// Runs the algorithm; what it rejects about the graph is told in the words of the input.
  private Report explaining(LoadedGraph graph, Progress progress) throws IOException {
    try {
      return run(graph, progress);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw graph.explain(e, takesNegativeWeights());
    }
  }

  private void checkAll() {
    if (top < 0) {
      throw new IllegalArgumentException("--top " + top + " is negative");
    }
    if (out != null) {
      ResultFile.checkEnding(out);
    }
    checkOptions();
  }

  /// Rows in each table.
  protected final int top() {
    return top;
  }

  /// A report that says what was read and what ran.
  protected final Report report(LoadedGraph loaded, RunInfo info, Duration run) {
    CsrGraph graph = loaded.graph();
    String engine = EnumConverter.spelling(info.engine());
    Duration elapsed = loaded.read().plus(loaded.build()).plus(run);
    return new Report()
        .fact("file", loaded.name() + ", " + Units.bytes(loaded.bytesRead()))
        .fact("graph", describe(loaded))
        .fact("engine", engine + describe(info))
        .fact(
            "time",
            "read %s (%s), build %s, run %s"
                .formatted(
                    Units.duration(loaded.read()),
                    Units.rate(loaded.bytesRead(), loaded.read()),
                    Units.duration(loaded.build()),
                    Units.duration(run)))
        .json("file", loaded.name())
        .json("bytes_read", loaded.bytesRead())
        .json("vertices", graph.vertices())
        .json("edges", loaded.edges())
        .json("directed", graph.isDirected())
        .json("weight_type", EnumConverter.spelling(graph.weightType()))
        .json("engine", engine)
        .json("isa", info.isa())
        .json("threads", info.threads())
        .json("read_ms", Units.millis(loaded.read()))
        .json("build_ms", Units.millis(loaded.build()))
        .json("run_ms", Units.millis(run))
        .json("elapsed_ms", Units.millis(elapsed));
  }

  /// A report for an algorithm that is one call.
  protected final Report report(LoadedGraph loaded, RunInfo info) {
    return report(loaded, info, info.elapsed());
  }

  private static String describe(LoadedGraph loaded) {
    CsrGraph graph = loaded.graph();
    return "%s, %s, %s, %s"
        .formatted(
            Units.count(graph.vertices(), "vertex", "vertices"),
            Units.count(loaded.edges(), "edge", "edges"),
            graph.isDirected() ? "directed" : "undirected",
            describe(graph.weightType()));
  }

  /// `unweighted` or `int32 weights`.
  static String describe(WeightType type) {
    return type == WeightType.NONE ? "unweighted" : EnumConverter.spelling(type) + " weights";
  }

  private static String describe(RunInfo info) {
    String threads = ", " + Units.count(info.threads(), "thread", "threads");
    if (info.engine() == Engine.NATIVE) {
      return " " + info.isa() + threads;
    }
    Setting setting = Setting.now();
    boolean asked = setting.wish() == Engine.JAVA || setting.natives().available();
    return threads + (asked ? "" : " (native is not loaded: " + setting.natives().reason() + ")");
  }

  /// Writes a result to `--out` if it was given.
  protected final void writeOut(
      LoadedGraph graph, GraphResult result, Report report, Progress progress) {
    if (out == null) {
      return;
    }
    ResultTable table = result.table();
    try (BatchReader rows = table.batches(graph.graph().ids())) {
      ResultFile.write(out, table.rows(), rows, progress);
    }
    report.fact("wrote", out + ", " + Units.count(table.rows()) + " rows");
    report.json("out", out.toString());
  }
}
