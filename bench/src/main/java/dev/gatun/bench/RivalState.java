package dev.gatun.bench;

import org.jgrapht.Graph;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The rival's graph, made only when the rival is to run.
@State(Scope.Benchmark)
public class RivalState {
  private Graph<Integer, Integer> graph = JGraphT.empty();

  /// Converts the graph.
  @Setup(Level.Trial)
  public void setUp(GraphState state) {
    graph = state.isRival() ? JGraphT.of(state.graph) : JGraphT.empty();
  }

  Graph<Integer, Integer> graph() {
    return graph;
  }
}
