package dev.gatun.examples;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.RandomGraphs;

/// PageRank of ten million edges that are skewed as those of social networks are. The graph takes
/// 171 MB off the heap with its in-edges; the edges, which are on the heap, may go once it is
/// built.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.PageRank10M
/// ```
public final class PageRank10M {
  private PageRank10M() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    EdgeList edges =
        RandomGraphs.rmat(20, 10, 42); // 2^20 vertices, 10 edges of each: always the same
    System.out.printf("%,d edges made in %d ms%n", edges.size(), since(start));

    // In-edges, which PageRank goes along, are made with the graph instead of at the first call.
    try (CsrGraph graph = CsrGraph.builder().inEdges(true).build(edges)) {
      System.out.printf(
          "graph of %,d different edges in %d ms, %d MB%n",
          graph.edges(), graph.buildInfo().elapsed().toMillis(), graph.memoryBytes() >> 20);

      PageRank exact = PageRank.defaults().tolerance(1e-9).maxIterations(200);
      try (PageRankResult ranks = graph.pageRank(exact, RunOptions.defaults())) {
        System.out.printf(
            "%d iterations on %s with %d threads in %d ms, converged: %b%n",
            ranks.iterations(),
            ranks.info().engine(),
            ranks.info().threads(),
            ranks.info().elapsed().toMillis(),
            ranks.converged());
        for (int v : ranks.top(5)) {
          System.out.printf("%7d  rank %.6f, %,d edges in%n", v, ranks.rank(v), graph.inDegree(v));
        }
      }
    }
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
