package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A call on another thread that has begun its work and does not end before it is let go: its
/// listener keeps the calling thread.
final class RunningCall implements AutoCloseable {
  private static final int ITERATIONS = 4000;

  private final CsrGraph graph =
      CsrGraph.builder().undirected().build(Shapes.rmat(12, 50_000, 9).list());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final CompletableFuture<Long> iterations;

  /// Returns when the call has begun its work.
  RunningCall(Setup setup) throws InterruptedException {
    RunOptions run = setup.options().progress((_, done, _) -> hold(done));
    PageRank options = PageRank.defaults().tolerance(0).maxIterations(ITERATIONS);
    iterations =
        CompletableFuture.supplyAsync(
            () -> {
              try (PageRankResult ranks = graph.pageRank(options, run)) {
                return ranks.iterations();
              }
            });
    assertTrue(begun.await(60, TimeUnit.SECONDS));
  }

  private void hold(long done) {
    if (done == 0) {
      return;
    }
    begun.countDown();
    try {
      letGo.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  CsrGraph graph() {
    return graph;
  }

  /// Lets the call end, as if nothing had been tried.
  void finish() {
    letGo.countDown();
    assertEquals(ITERATIONS, iterations.join());
  }

  @Override
  public void close() {
    letGo.countDown();
    iterations.exceptionally(_ -> 0L).join();
    graph.close();
  }
}
