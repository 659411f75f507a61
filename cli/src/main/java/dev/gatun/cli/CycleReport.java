package dev.gatun.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A cycle, as it is reported.
final class CycleReport {
  private static final int SHOWN = 20;

  private CycleReport() {}

  /// Adds its vertices: all of them for programs, the first ones for people.
  ///
  /// @param edge what stands between two vertices
  static void add(Report report, LoadedGraph loaded, int[] cycle, String edge) {
    String names =
        IntStream.rangeClosed(0, Math.min(cycle.length, SHOWN))
            .mapToObj(i -> loaded.id(cycle[i % cycle.length]).toString())
            .collect(Collectors.joining(edge));
    int more = cycle.length - SHOWN;
    report
        .fact(
            "cycle",
            more <= 0 ? names : names + edge + "… " + Units.count(more - 1) + " more (see --out)")
        .json("cycle", Arrays.stream(cycle).mapToObj(loaded::id).toList());
  }
}
