package dev.gatun.cli;

import dev.gatun.graph.ComponentsResult;

/// Components of either kind, as they are reported.
final class ComponentsReport {
  private ComponentsReport() {}

  /// Adds their number, the largest and the `top` largest.
  static void add(Report report, LoadedGraph loaded, ComponentsResult result, int top) {
    int n = loaded.graph().vertices();
    report
        .fact(
            "result",
            "%s, the largest with %s of %s vertices (%s)"
                .formatted(
                    Units.count(result.count(), "component", "components"),
                    Units.count(result.largest()),
                    Units.count(n),
                    Units.percent(result.largest(), n)))
        .json("components", result.count())
        .json("largest", result.largest())
        .table("top", "Largest components", largest(loaded, result, top), "");
  }

  private static Table largest(LoadedGraph loaded, ComponentsResult result, int top) {
    int n = loaded.graph().vertices();
    int[] sizes = new int[n];
    for (int v = 0; v < n; v++) {
      sizes[result.label(v)]++;
    }
    Table table = new Table("component", "vertices");
    int[] labels =
        Top.largest(n, top, v -> sizes[v] > 0, (a, b) -> Integer.compare(sizes[a], sizes[b]));
    for (int label : labels) {
      table.add(loaded.id(label), sizes[label]);
    }
    return table;
  }
}
