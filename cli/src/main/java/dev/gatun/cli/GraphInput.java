package dev.gatun.cli;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.CsrGraphBuilder;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The edge list of a graph command: where it is, how it is read, and which graph it becomes.
final class GraphInput {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "INPUT",
      description = {
        "Edge list: text with any separator, header, # and %% comments; MatrixMarket; int32 pairs.",
        ".gz and .zst are unpacked. - reads standard input."
      })
  private String input = "";

  @ArgGroup(validate = false, heading = "%nHow the input is read:%n", order = 20)
  private Reading reading = new Reading();

  @ArgGroup(validate = false, heading = "%nWhich graph it becomes:%n", order = 30)
  private Building building = new Building();

  private static final class Reading {
    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "auto (default: by ending and first line), text, matrix-market, binary-pairs.")
    private EdgeListReader.@Nullable Format format;

    @Option(
        names = "--separator",
        paramLabel = "CHAR",
        description =
            "Between columns: a character, or tab, space, comma, semicolon, pipe. Default:"
                + " detected.")
    private @Nullable String separator;

    @Option(
        names = "--header",
        negatable = true,
        description = "Whether the first line is a header. Default: detected.")
    private @Nullable Boolean header;

    @Option(
        names = "--ids",
        paramLabel = "KIND",
        description = {
          "dictionary: vertices are the ids that appear, numbers or strings (default)",
          "dense: vertices are the numbers 0..n-1"
        })
    private EdgeListReader.@Nullable Ids ids;

    @Option(
        names = "--src",
        paramLabel = "COLUMN",
        description = "Name or 0-based number of the source column.")
    private @Nullable String source;

    @Option(
        names = "--dst",
        paramLabel = "COLUMN",
        description = "Name or 0-based number of the target column.")
    private @Nullable String target;

    @Option(
        names = "--weight",
        paramLabel = "COLUMN",
        description = {
          "Name or 0-based number, or none.",
          "Default: the third column if there is one; none with --src and --dst."
        })
    private @Nullable String weight;
  }

  private static final class Building {
    @Option(
        names = "--directed",
        description = "Edges go one way. The default, but for symmetric MatrixMarket files.")
    private boolean directed;

    @Option(names = "--undirected", description = "Edges go both ways.")
    private boolean undirected;

    @Option(names = "--keep-self-loops", description = "Edges from a vertex to itself stay.")
    private boolean keepSelfLoops;

    @Option(
        names = "--duplicates",
        paramLabel = "RULE",
        description =
            "keep all, or keep one with the first, sum, min (default) or max of the weights.")
    private @Nullable Duplicates duplicates;
  }

  /// The reader that the options describe.
  ///
  /// @param weights whether the command uses weights; if not, none are read
  /// @throws IllegalArgumentException when options do not go together
  EdgeListReader reader(boolean weights) {
    if (input.isEmpty()) {
      throw new IllegalArgumentException("INPUT is empty");
    }
    EdgeListReader reader = EdgeListReader.defaults();
    if (reading.format != null) {
      reader = reader.format(reading.format);
    }
    if (reading.ids != null) {
      reader = reader.ids(reading.ids);
    }
    if (reading.separator != null) {
      reader = reader.separator(Characters.parse("separator", reading.separator));
    }
    if (reading.header != null) {
      reader =
          reader.header(
              reading.header ? EdgeListReader.Header.PRESENT : EdgeListReader.Header.ABSENT);
    }
    boolean unweighted = !weights || "none".equals(reading.weight);
    if (unweighted) {
      reader = reader.weights(WeightType.NONE);
    }
    return columns(reader, unweighted ? null : reading.weight);
  }

  private EdgeListReader columns(EdgeListReader reader, @Nullable String weight) {
    String source = reading.source;
    String target = reading.target;
    if (source == null && target == null) {
      if (weight == null) {
        return reader;
      }
      source = "0";
      target = "1";
    }
    if (source == null || target == null) {
      throw new IllegalArgumentException("--src and --dst go together");
    }
    boolean numbers = isNumber(source);
    if (isNumber(target) != numbers || (weight != null && isNumber(weight) != numbers)) {
      throw new IllegalArgumentException(
          "--src, --dst and --weight must be all names or all numbers");
    }
    return numbers
        ? reader.columns(
            Integer.parseInt(source),
            Integer.parseInt(target),
            weight == null ? -1 : Integer.parseInt(weight))
        : reader.columns(source, target, weight);
  }

  private static boolean isNumber(String column) {
    return column.matches("\\d{1,9}");
  }

  /// The builder that the options describe.
  ///
  /// @param alwaysUndirected whether edges are to go both ways, whatever the input is
  /// @throws IllegalArgumentException when options do not go together
  CsrGraphBuilder builder(boolean alwaysUndirected) {
    if (building.directed && building.undirected) {
      throw new IllegalArgumentException("--directed and --undirected exclude each other");
    }
    if (building.directed && alwaysUndirected) {
      throw new IllegalArgumentException("--directed: edges go both ways here");
    }
    CsrGraphBuilder builder = CsrGraph.builder().keepSelfLoops(building.keepSelfLoops);
    if (building.directed || building.undirected || alwaysUndirected) {
      builder = builder.directed(building.directed);
    }
    return building.duplicates == null ? builder : builder.duplicates(building.duplicates);
  }

  /// What messages call the input.
  String name() {
    return input.equals(STANDARD_INPUT) ? "standard input" : input;
  }

  /// Whether the file is the input.
  boolean is(Path file) throws IOException {
    return !input.equals(STANDARD_INPUT)
        && Files.exists(file)
        && Files.exists(Path.of(input))
        && Files.isSameFile(file, Path.of(input));
  }

  /// Reads the edges and builds the graph.
  LoadedGraph load(EdgeListReader reader, CsrGraphBuilder builder, Progress progress) {
    progress.stage("reading " + name());
    long start = System.nanoTime();
    try (EdgeList edges = read(reader)) {
      Duration read = Duration.ofNanos(System.nanoTime() - start);
      progress.stage("building the graph");
      CsrGraph graph = builder.build(edges);
      return new LoadedGraph(
          name(),
          graph,
          graph.edges(),
          edges.size(),
          LoadedGraph.areNumbers(graph.ids()),
          edges.bytesRead(),
          read,
          graph.buildInfo().elapsed());
    }
  }

  private EdgeList read(EdgeListReader reader) {
    if (input.equals(STANDARD_INPUT)) {
      return reader.read(System.in, name(), RunOptions.defaults());
    }
    return reader.read(Path.of(input));
  }
}
