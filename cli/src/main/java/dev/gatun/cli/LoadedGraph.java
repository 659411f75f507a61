package dev.gatun.cli;

import dev.gatun.cli.Failure.CommandException;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.LongIds;
import dev.gatun.graph.VertexIds;
import dev.gatun.graph.WeightType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A graph and how it came to be; speaks of vertices as its input does.
///
/// @param name what messages call the input
/// @param graph the graph
/// @param edges its edges, undirected ones counted once
/// @param tuples edges in the input, before self loops and duplicates went
/// @param numericIds whether all vertices are called by numbers
/// @param bytesRead bytes of the input as stored
/// @param read time to read the edges
/// @param build time to build the graph
record LoadedGraph(
    String name,
    CsrGraph graph,
    long edges,
    long tuples,
    boolean numericIds,
    long bytesRead,
    Duration read,
    Duration build)
    implements AutoCloseable {
  private static final int EXAMPLES = 3;

  /// The vertex by its dense id.
  VertexId id(int vertex) {
    VertexIds ids = graph.ids();
    return numericIds
        ? new VertexId(Long.valueOf(ids.name(vertex)))
        : new VertexId(ids.name(vertex));
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

  /// Whether all vertices are called by numbers. O(1), but O(n) for Matrix Market files, whose ids
  /// do not tell.
  static boolean areNumbers(VertexIds ids) {
    return ids.isDense()
        || ids instanceof LongIds
        || IntStream.range(0, ids.size()).allMatch(v -> isNumber(ids.name(v)));
  }

  private static boolean isNumber(String name) {
    return name.matches("-?\\d{1,18}");
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

  /// What to throw for a failure that speaks of dense ids or of no file at all.
  ///
  /// @param negativeWeights whether the algorithm takes them
  CommandException explain(RuntimeException failure, boolean negativeWeights) {
    String problem = badWeight(negativeWeights).orElse(String.valueOf(failure.getMessage()));
    return new CommandException(name + ": " + problem, failure);
  }

  /// The first edge whose weight no algorithm takes. O(n + edges).
  private Optional<String> badWeight(boolean negativeWeights) {
    if (graph.weightType() == WeightType.NONE) {
      return Optional.empty();
    }
    for (int u = 0; u < graph.vertices(); u++) {
      for (int v : graph.neighbours(u)) {
        double weight = graph.weight(u, v);
        if (!(weight >= 0 || (negativeWeights && weight < 0))) {
          return Optional.of(
              "the edge from %s to %s weighs %s; weights must be %s"
                  .formatted(
                      id(u),
                      id(v),
                      Units.number(weight),
                      negativeWeights ? "numbers" : "0 or more"));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    graph.close();
  }
}
