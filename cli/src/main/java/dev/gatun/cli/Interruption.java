package dev.gatun.cli;

import dev.gatun.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM: cancels what runs and gives it a moment to delete its temporary files and
/// its progress bar before the JVM ends, with the status that the JVM gives to the signal (130,
/// 143).
final class Interruption {
  private static final long PATIENCE_SECONDS = 2;

  private final CancellationToken token = new CancellationToken();
  private final CountDownLatch finished = new CountDownLatch(1);

  Interruption() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "gatun-interruption"));
  }

  CancellationToken token() {
    return token;
  }

  /// The command has ended and cleaned up.
  void finished() {
    finished.countDown();
  }

  private void stop() {
    token.cancel();
    try {
      boolean _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
