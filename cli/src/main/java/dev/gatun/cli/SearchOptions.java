package dev.gatun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of searches from sources, and the path to `--target`.
final class SearchOptions {
  @Option(
      names = "--source",
      paramLabel = "ID",
      split = ",",
      order = 1,
      description = "Where to start, as in the input; several by commas.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "ID",
      order = 2,
      description = "Print a shortest path to this vertex.")
  private @Nullable String target;

  /// Rejects a search from nowhere. Not left to picocli, which would tell it before a misspelt
  /// option.
  ///
  /// @throws IllegalArgumentException when there is no source
  void check() {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("--source ID is missing: where to start");
    }
  }

  /// The dense ids of the sources.
  int[] sources(LoadedGraph graph) {
    return graph.vertices(sources);
  }

  /// The dense id of the target, -1 when none is wanted.
  int target(LoadedGraph graph) {
    return target == null ? -1 : graph.vertex(target);
  }

  /// Reports the path to the target, if one is wanted.
  ///
  /// @param path from a source to the target, empty when there is none
  /// @param distance distance of a vertex
  void reportPath(
      LoadedGraph graph, int[] path, IntFunction<? extends Number> distance, Report report) {
    if (target == null) {
      return;
    }
    Table table = new Table("vertex", "distance");
    for (int v : path) {
      table.add(graph.id(v), distance.apply(v));
    }
    String summary =
        path.length == 0
            ? "none: " + target + " cannot be reached"
            : "%s to %s, see below"
                .formatted(Units.count(path.length - 1, "edge", "edges"), target);
    report.fact("path", summary).table("path", "Path to " + target, table, "");
  }
}
