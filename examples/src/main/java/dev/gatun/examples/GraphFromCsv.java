package dev.gatun.examples;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.PageRankResult;
import java.nio.file.Path;

/// Makes a graph of a CSV file and asks it what it is like. The reader finds out the separator, the
/// header, and whether ids are names or numbers. Columns with usual names (source, target, weight,
/// and so on) it finds too; "km" has to be said.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.GraphFromCsv data/flights.csv
/// ```
public final class GraphFromCsv {
  private GraphFromCsv() {}

  public static void main(String[] args) {
    // All four own memory off the heap: close them.
    try (EdgeList edges =
            EdgeListReader.defaults().columns("from", "to", "km").read(Path.of(args[0]));
        CsrGraph graph = CsrGraph.builder().undirected().build(edges);
        ComponentsResult components = graph.components();
        PageRankResult ranks = graph.pageRank()) {
      System.out.printf(
          "%d vertices, %d edges, weights %s, built on %s%n",
          graph.vertices(), graph.edges(), graph.weightType(), graph.buildInfo().engine());
      System.out.printf(
          "%d components, the largest of %d%n", components.count(), components.largest());

      System.out.println("the five that most ways lead to:");
      for (int v : ranks.top(5)) {
        System.out.printf(
            "  %-16s rank %.4f, %d neighbours%n",
            graph.ids().name(v), ranks.rank(v), graph.degree(v));
      }

      int lima = graph.ids().vertex("Lima"); // -1 if there were none
      System.out.println("from Lima:");
      for (int v : graph.neighbours(lima)) {
        System.out.printf("  %s, %.0f km%n", graph.ids().name(v), graph.weight(lima, v));
      }
    }
  }
}
