package dev.gatun.cli;

import dev.gatun.cli.Failure.CommandException;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.VertexIds;
import java.time.Duration;
import java.util.List;

/// A graph and how it came to be; speaks of vertices as its input does.
///
/// @param name what messages call the input
/// @param graph the graph
/// @param edges its edges, undirected ones counted once
/// @param tuples edges in the input, before self loops and duplicates went
/// @param bytesRead bytes of the input as stored
/// @param read time to read the edges
/// @param build time to build the graph
record LoadedGraph(
    String name,
    CsrGraph graph,
    long edges,
    long tuples,
    long bytesRead,
    Duration read,
    Duration build)
    implements AutoCloseable {
  private static final int EXAMPLES = 3;

  /// The vertex by its dense id.
  VertexId id(int vertex) {
    VertexIds ids = graph.ids();
    return switch (ids) {
      case VertexIds.Dense _ -> new VertexId((long) vertex);
      case VertexIds.LongIds numbers -> new VertexId(numbers.id(vertex));
      case VertexIds.StringIds _ -> new VertexId(ids.name(vertex));
    };
  }

  /// The dense id of a vertex that the user named.
  ///
  /// @throws CommandException when there is none, with what there is
  int vertex(String name) {
    int vertex = graph.ids().vertex(name);
    if (vertex >= 0) {
      return vertex;
    }
    throw new CommandException(this.name + ": no vertex \"" + name + "\"; " + whatThereIs());
  }

  /// The dense ids of vertices that the user named.
  int[] vertices(List<String> names) {
    return names.stream().mapToInt(this::vertex).toArray();
  }

  private String whatThereIs() {
    int n = graph.vertices();
    if (n == 0) {
      return "the graph is empty";
    }
    if (graph.ids().isDense()) {
      return "vertices are 0 to " + (n - 1);
    }
    StringBuilder text = new StringBuilder("its vertices are called ");
    for (int v = 0; v < Math.min(n, EXAMPLES); v++) {
      text.append(v == 0 ? "" : ", ").append('"').append(id(v)).append('"');
    }
    return text.append(n > EXAMPLES ? ", …" : "").append(" (see --ids, --separator)").toString();
  }

  @Override
  public void close() {
    graph.close();
  }
}
