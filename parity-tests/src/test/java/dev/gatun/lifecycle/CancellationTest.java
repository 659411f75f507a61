package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.lifecycle.LongRuns.LongRun;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A cancelled call ends within 50 ms and leaves nothing behind, wherever in its kernel it is.
class CancellationTest {
  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(50);

  /// After so long in the kernel. Some kernels are done sooner than the last ones.
  private static final List<Long> DELAYS_MICROS = List.of(1_000L, 8_000L, 30_000L, 100_000L);

  /// A kernel that looks too rarely is late each time; a busy machine is late now and then.
  private static final int ATTEMPTS = 4;

  private static final long ENDED_BY_ITSELF = -1;

  private static LongRuns longRuns;

  @BeforeAll
  static void prepare() {
    longRuns = new LongRuns();
  }

  @AfterAll
  static void release() {
    longRuns.close();
  }

  /// How a call is ended from outside.
  private enum Way {
    TOKEN,
    INTERRUPT;

    void end(CancellationToken token, Thread caller) {
      switch (this) {
        case TOKEN -> token.cancel();
        case INTERRUPT -> caller.interrupt();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> aRunningKernelEndsInTime() {
    return Arrays.stream(Way.values())
        .flatMap(
            way ->
                eachRun(way + " ends ", (longRun, setup) -> assertEndsInTime(longRun, setup, way)));
  }

  @TestFactory
  Stream<DynamicTest> aCancelledTokenEndsACallAtOnce() {
    return eachRun(
        "ends ",
        (longRun, setup) -> {
          long before = liveBytes();
          CancellationToken token = new CancellationToken();
          token.cancel();
          long best = Long.MAX_VALUE; // of a few: the machine may be busy with something else
          for (int attempt = 0; attempt < DELAYS_MICROS.size() && best >= LIMIT; attempt++) {
            long start = System.nanoTime();
            assertThrows(
                OperationCancelledException.class,
                () -> longRun.start().apply(setup.options().cancelledBy(token)));
            best = Math.min(best, System.nanoTime() - start);
            assertEquals(before, liveBytes());
          }
          assertTrue(best < LIMIT, "took " + best + " ns");
        });
  }

  private interface RunTest {
    void run(LongRun longRun, Setup setup) throws Exception;
  }

  private static Stream<DynamicTest> eachRun(String name, RunTest test) {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                Stream.concat(longRuns.all().stream(), longRuns.atOneVertex().stream())
                    .map(
                        longRun ->
                            Named.test(
                                name + longRun + " on " + setup, () -> test.run(longRun, setup))));
  }

  private static void assertEndsInTime(LongRun longRun, Setup setup, Way way) throws Exception {
    for (long delay : DELAYS_MICROS) {
      long[] latencies = new long[ATTEMPTS];
      int attempt = 0;
      do {
        latencies[attempt] = cancelAfter(delay, longRun, setup.options(), way);
      } while (latencies[attempt] > LIMIT && ++attempt < ATTEMPTS);
      if (attempt == ATTEMPTS) {
        fail("cancelled after " + delay + " µs, it took ns: " + Arrays.toString(latencies));
      }
      if (delay == DELAYS_MICROS.getFirst()) {
        assertTrue(latencies[attempt] != ENDED_BY_ITSELF, "too short a run to be cancelled");
      }
    }
  }

  /// @return nanoseconds from the cancellation to the end of the call
  private static long cancelAfter(long delayMicros, LongRun longRun, RunOptions run, Way way)
      throws Exception {
    long before = liveBytes();
    CountDownLatch inKernel = new CountDownLatch(1);
    AtomicLong cancelled = new AtomicLong();
    CancellationToken token = new CancellationToken();
    Thread caller = Thread.currentThread();
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  pause(inKernel, delayMicros);
                  cancelled.set(System.nanoTime());
                  way.end(token, caller);
                });
    RunOptions watched =
        run.cancelledBy(token)
            .progress(
                (stage, _, _) -> {
                  if (stage.equals(longRun.kernel())) {
                    inKernel.countDown();
                  }
                });
    boolean ended;
    try (AutoCloseable _ = longRun.start().apply(watched)) {
      ended = false;
    } catch (OperationCancelledException e) {
      ended = true;
    }
    long end = System.nanoTime();
    boolean interrupted = Thread.interrupted() | !joined(canceller);
    assertEquals(way == Way.INTERRUPT, interrupted, "the interrupt flag stays as it was set");
    assertEquals(before, liveBytes(), "bytes live after the call");
    return ended ? end - cancelled.get() : ENDED_BY_ITSELF;
  }

  private static void pause(CountDownLatch latch, long micros) {
    try {
      latch.await();
      TimeUnit.MICROSECONDS.sleep(micros);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits for a thread, also when it interrupts this one.
  ///
  /// @return whether it did not
  private static boolean joined(Thread thread) throws InterruptedException {
    try {
      thread.join();
      return !Thread.interrupted();
    } catch (InterruptedException e) {
      thread.join();
      return false;
    }
  }

  private static long liveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }
}
