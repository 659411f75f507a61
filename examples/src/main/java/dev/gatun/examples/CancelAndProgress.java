package dev.gatun.examples;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.RandomGraphs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Hears how far a long call is and ends it from another thread, as the Cancel button of a window
/// or a time-out does. The call ends within 50 ms and leaves nothing behind.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.CancelAndProgress
/// ```
public final class CancelAndProgress {
  private CancelAndProgress() {}

  public static void main(String[] args) throws InterruptedException {
    // A million iterations, whatever the error: some minutes.
    PageRank endless = PageRank.defaults().tolerance(0).maxIterations(1_000_000);
    CancellationToken token = new CancellationToken();
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean said = new AtomicBoolean();
    RunOptions run =
        RunOptions.defaults()
            .cancelledBy(token)
            .progress( // about ten times a second, on the thread of the call
                (stage, done, total) -> {
                  if (done > 0 && said.compareAndSet(false, true)) {
                    System.out.printf("%s: %d of %d%n", stage, done, total);
                    running.countDown();
                  }
                });

    try (CsrGraph graph = CsrGraph.builder().inEdges(true).build(RandomGraphs.uniform(14, 16, 1))) {
      long before = Gatun.metrics().memory().liveBytes();
      Thread impatient =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      running.await();
                      token.cancel();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      try (PageRankResult ranks = graph.pageRank(endless, run)) {
        System.out.println("done after all: " + ranks);
      } catch (OperationCancelledException e) {
        System.out.println(e.getMessage());
      }
      impatient.join();
      System.out.println("bytes left behind: " + (Gatun.metrics().memory().liveBytes() - before));
    }
  }
}
