package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Bounds on the diameter, the largest distance between two vertices, of the largest component (the
/// one with the smallest vertex among equals). Edges count alike and lead both ways, whatever their
/// weights and directions. Immutable.
///
/// Five searches, each from the farthest vertex or the middle of the path that the ones before have
/// found, give a lower bound, with two vertices that far apart, and an upper bound: twice what is
/// farthest from the last middle. Further ones start from the vertices farthest from that middle,
/// 512 at a time, until the bounds meet or the budget is spent. Most real graphs need few.
///
/// The same on every engine with any number of threads. O((5 + refinements) x (n + entries)) at
/// worst.
///
/// Source: P. Crescenzi et al., On Computing the Diameter of Real-World Undirected Graphs, Theor.
/// Comput. Sci. 514, 2013 (4-sweep, iFUB).
///
/// @param refinements most searches beyond the first five
public record Diameter(int refinements) implements GraphAlgorithm<DiameterResult> {
  private static final int FEW = 2048;

  /// Checks the budget.
  ///
  /// @throws IllegalArgumentException when it is negative
  public Diameter {
    if (refinements < 0) {
      throw new IllegalArgumentException("refinements " + refinements + " is negative");
    }
  }

  /// With up to 2048 refinements.
  public static Diameter bounds() {
    return new Diameter(FEW);
  }

  /// With as many refinements as it takes. O(n x (n + entries)) at worst.
  public static Diameter exact() {
    return new Diameter(Integer.MAX_VALUE);
  }

  /// With this budget; 0: the five searches only.
  public Diameter refinements(int most) {
    return new Diameter(most);
  }

  @Override
  public DiameterResult run(CsrGraph graph, RunOptions options) {
    return DiameterSearch.run(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    int n = graph.vertices();
    Estimate estimate =
        Estimate.of("diameter", graph, options)
            .result(4, ValueLayout.JAVA_INT)
            .scratch(4L * n, ValueLayout.JAVA_INT)
            .scratch(2L * Math.min(n, refinements), ValueLayout.JAVA_INT)
            .kernel(Kernels.CSR_MSBFS, Math.min(n, Math.min(refinements, DiameterSearch.BATCH)));
    return (graph.isDirected() ? estimate.undirected() : estimate).total();
  }
}
