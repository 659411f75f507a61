package dev.gatun.leaks;

import dev.gatun.Gatun;
import dev.gatun.parquet.ParquetDataset;
import java.util.concurrent.TimeUnit;

/// Compares what is live with what was live before.
final class LeakCheck {
  /// What ends on other threads has so long to do it.
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final long before;

  private LeakCheck(long before) {
    this.before = before;
  }

  /// From now on.
  static LeakCheck begin() {
    return new LeakCheck(live());
  }

  /// Footers are kept for whoever opens the file again: that is no leak.
  private static long live() {
    ParquetDataset.clearCache();
    return Gatun.metrics().memory().liveBytes();
  }

  /// @param name whose end this is
  /// @throws AssertionError when more is live than at the beginning
  void end(String name) {
    long deadline = System.nanoTime() + PATIENCE;
    long now = live();
    while (now > before && System.nanoTime() < deadline) {
      pause();
      now = live();
    }
    if (now > before) {
      throw new AssertionError(
          "%s leaves %,d bytes off the heap behind: %,d were live before it, %,d are now"
              .formatted(name, now - before, before, now));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
