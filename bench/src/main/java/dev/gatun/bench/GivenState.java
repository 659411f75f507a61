package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.RandomGraphs;
import dev.gatun.graph.WeightType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// CSR arrays of the caller's own.
@State(Scope.Benchmark)
public class GivenState {
  /// The graph has 2^scale vertices and 16 edges each.
  @Param({"16"})
  public int scale;

  /// Engine and threads.
  @Param({"native-1", "native-2", "java-1"})
  public String contender = "";

  private RunOptions run = RunOptions.defaults();
  private MemorySegment offsets = MemorySegment.NULL;
  private MemorySegment neighbours = MemorySegment.NULL;

  /// Makes the arrays.
  @Setup(Level.Trial)
  public void setUp() {
    String[] parts = contender.split("-");
    run = RunOptions.defaults().engine(Engine.parse(parts[0])).threads(Integer.parseInt(parts[1]));
    try (EdgeList edges = RandomGraphs.rmat(scale, 16, 1);
        CsrGraph graph = CsrGraph.builder().build(edges)) {
      Arena arena = Arena.ofAuto();
      offsets = arena.allocate(ValueLayout.JAVA_LONG, graph.vertices() + 1L);
      neighbours = arena.allocate(ValueLayout.JAVA_INT, graph.entries());
      long at = 0;
      for (int v = 0; v < graph.vertices(); v++) {
        for (int neighbour : graph.neighbours(v)) {
          neighbours.setAtIndex(ValueLayout.JAVA_INT, at++, neighbour);
        }
        offsets.setAtIndex(ValueLayout.JAVA_LONG, v + 1L, at);
      }
    }
  }

  CsrGraph check() {
    return CsrGraph.ofCsr(true, offsets, neighbours, null, WeightType.NONE, run);
  }
}
