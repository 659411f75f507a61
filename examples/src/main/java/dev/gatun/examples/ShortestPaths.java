package dev.gatun.examples;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.SsspResult;
import dev.gatun.graph.VertexIds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Shortest ways between places with names: one search gives the ways from one place to all others.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.ShortestPaths data/flights.csv Lima Tokyo Johannesburg Rikitea Atlantis
/// ```
public final class ShortestPaths {
  private ShortestPaths() {}

  public static void main(String[] args) {
    try (EdgeList edges =
            EdgeListReader.defaults().columns("from", "to", "km").read(Path.of(args[0]));
        CsrGraph graph = CsrGraph.builder().undirected().build(edges);
        SsspResult ways = graph.shortestPaths(vertex(graph.ids(), args[1]))) {
      System.out.printf("%d of %d places reached%n", ways.reached(), graph.vertices());
      for (String target : Arrays.asList(args).subList(2, args.length)) {
        int v = graph.ids().vertex(target);
        if (v < 0) {
          System.out.println(target + ": no such place");
        } else if (ways.distance(v) == Double.POSITIVE_INFINITY) {
          System.out.println(target + ": no way there");
        } else {
          String way =
              Arrays.stream(ways.pathTo(v))
                  .mapToObj(graph.ids()::name)
                  .collect(Collectors.joining(" - "));
          System.out.printf("%s: %.0f km, %s%n", target, ways.distance(v), way);
        }
      }
    }
  }

  private static int vertex(VertexIds ids, String name) {
    int vertex = ids.vertex(name);
    if (vertex < 0) {
      throw new IllegalArgumentException(name + " is not in the file");
    }
    return vertex;
  }
}
