package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.RandomGraphs;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The graph a kernel benchmark runs on, and who runs it.
@State(Scope.Benchmark)
public class GraphState {
  /// `kron` and `uniform` have 2^scale vertices and 16 edges each, `road` is a grid of as many
  /// vertices.
  @Param({"kron", "uniform", "road"})
  public String shape = "";

  @Param({"16"})
  public int scale;

  /// Engine and threads, or the rival.
  @Param({"native-1", "native-2", "java-1", "jgrapht"})
  public String contender = "";

  EdgeList edges = EdgeList.of(new int[0], new int[0]);
  CsrGraph graph = CsrGraph.builder().build(edges);
  RunOptions run = RunOptions.defaults();
  int source;

  /// Makes the graph; weights are 1..255.
  @Setup(Level.Trial)
  public void setUp() {
    graph.close();
    edges = edges();
    graph = build(edges);
    source = busiest();
    if (!isRival()) {
      String[] parts = contender.split("-");
      run =
          RunOptions.defaults().engine(Engine.parse(parts[0])).threads(Integer.parseInt(parts[1]));
    }
  }

  /// The graph of these edges.
  CsrGraph build(EdgeList all) {
    return CsrGraph.builder().undirected().build(all);
  }

  private EdgeList edges() {
    return switch (shape) {
      case "kron" -> RandomGraphs.rmat(scale, 16, 1);
      case "uniform" -> RandomGraphs.uniform(scale, 16, 1);
      case "road" -> RandomGraphs.grid(1 << (scale / 2), 1);
      default -> throw new IllegalArgumentException("unknown shape " + shape);
    };
  }

  /// A vertex of the largest degree: one that certainly reaches much.
  private int busiest() {
    int best = 0;
    for (int v = 1; v < graph.vertices(); v++) {
      best = graph.outDegree(v) > graph.outDegree(best) ? v : best;
    }
    return best;
  }

  /// Frees it.
  @TearDown(Level.Trial)
  public void tearDown() {
    graph.close();
    edges.close();
  }

  /// Whether JGraphT is to run.
  boolean isRival() {
    return contender.equals("jgrapht");
  }
}
