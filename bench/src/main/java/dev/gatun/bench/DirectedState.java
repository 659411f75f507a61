package dev.gatun.bench;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import org.jgrapht.Graph;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same edges, directed as they were made.
@State(Scope.Benchmark)
public class DirectedState extends GraphState {
  /// The rival's graph, when it is to run.
  Graph<Integer, Integer> rival = JGraphT.empty();

  @Override
  CsrGraph build(EdgeList all) {
    return CsrGraph.builder().build(all);
  }

  /// Converts the graph.
  @Setup(Level.Trial)
  public void convert() {
    rival = isRival() ? JGraphT.directed(graph) : JGraphT.empty();
  }

  /// From the smaller to the larger id.
  @State(Scope.Benchmark)
  public static class Acyclic extends DirectedState {
    @Override
    CsrGraph build(EdgeList all) {
      int m = Math.toIntExact(all.size());
      int[] source = new int[m];
      int[] target = new int[m];
      for (int i = 0; i < m; i++) {
        source[i] = Math.min(all.source(i), all.target(i));
        target[i] = Math.max(all.source(i), all.target(i));
      }
      return super.build(EdgeList.of(source, target).withVertices(all.vertices()));
    }
  }
}
