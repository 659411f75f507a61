package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatun.CancellationToken;
import dev.gatun.Gatun;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.lifecycle.LongRuns.LongRun;
import dev.gatun.support.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A cancelled call ends within 50 ms and leaves nothing behind, in the middle of every kernel.
class CancellationTest {
  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(50);

  /// A kernel that looks too rarely is late each time; a busy machine is late now and then.
  private static final int ATTEMPTS = 8;

  private static LongRuns longRuns;

  @BeforeAll
  static void prepare() {
    longRuns = new LongRuns();
  }

  @AfterAll
  static void release() {
    longRuns.close();
  }

  /// Someone who ends calls.
  private interface Canceller {
    /// The options of the call to end.
    RunOptions options(RunOptions run);

    void cancel(Thread caller);
  }

  private static Canceller byToken() {
    CancellationToken token = new CancellationToken();
    return new Canceller() {
      @Override
      public RunOptions options(RunOptions run) {
        return run.cancelledBy(token);
      }

      @Override
      public void cancel(Thread caller) {
        token.cancel();
      }
    };
  }

  private static Canceller byInterrupt() {
    return new Canceller() {
      @Override
      public RunOptions options(RunOptions run) {
        return run;
      }

      @Override
      public void cancel(Thread caller) {
        caller.interrupt();
      }
    };
  }

  @TestFactory
  Stream<DynamicTest> aTokenEndsARunningKernel() {
    return eachRun(
        (longRun, setup) -> assertEndsInTime(longRun, setup, CancellationTest::byToken));
  }

  @TestFactory
  Stream<DynamicTest> anInterruptEndsARunningKernel() {
    return eachRun(
        (longRun, setup) -> assertEndsInTime(longRun, setup, CancellationTest::byInterrupt));
  }

  @TestFactory
  Stream<DynamicTest> aCancelledTokenEndsACallAtOnce() {
    return eachRun(
        (longRun, setup) -> {
          long before = liveBytes();
          CancellationToken token = new CancellationToken();
          token.cancel();
          long start = System.nanoTime();
          assertThrows(
              OperationCancelledException.class,
              () -> longRun.start().apply(setup.options().cancelledBy(token)));
          assertTrue(System.nanoTime() - start < LIMIT);
          assertEquals(before, liveBytes());
        });
  }

  private interface RunTest {
    void run(LongRun longRun, Setup setup) throws Exception;
  }

  private static Stream<DynamicTest> eachRun(RunTest test) {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                longRuns.all().stream()
                    .map(
                        longRun ->
                            dynamicTest(
                                longRun + " on " + setup, () -> test.run(longRun, setup))));
  }

  private static void assertEndsInTime(
      LongRun longRun, Setup setup, java.util.function.Supplier<Canceller> cancellers)
      throws Exception {
    List<String> late = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // Later and later, so that no part of the kernel is left out.
      long delayMicros = 1000L + 1500L * attempt;
      long latency = cancelAfter(delayMicros, longRun, setup.options(), cancellers.get());
      if (latency >= 0 && latency <= LIMIT) {
        return;
      }
      late.add(latency < 0 ? "ended by itself" : latency / 1_000_000 + " ms");
    }
    fail("never ended within 50 ms: " + late);
  }

  /// @return nanoseconds from the cancellation to the end of the call, -1 when the call was sooner
  private static long cancelAfter(
      long delayMicros, LongRun longRun, RunOptions run, Canceller canceller) throws Exception {
    long before = liveBytes();
    CountDownLatch inKernel = new CountDownLatch(1);
    AtomicLong cancelled = new AtomicLong();
    Thread caller = Thread.currentThread();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  awaitUninterruptibly(inKernel);
                  sleepMicros(delayMicros);
                  cancelled.set(System.nanoTime());
                  canceller.cancel(caller);
                });
    RunOptions watched =
        canceller
            .options(run)
            .progress((stage, _, _) -> countDownIn(longRun.kernel(), stage, inKernel));
    boolean ended = endsByCancellation(longRun.start(), watched);
    long end = System.nanoTime();
    // The canceller may still be about to interrupt.
    while (!thread.join(java.time.Duration.ofSeconds(10))) {
      fail("the canceller hangs");
    }
    boolean interrupted = Thread.interrupted();
    assertEquals(before, liveBytes(), "bytes live after the call");
    if (ended && run.equals(canceller.options(run))) {
      assertTrue(interrupted, "the interrupt flag stays set");
    }
    return ended ? end - cancelled.get() : -1;
  }

  private static boolean endsByCancellation(
      Function<RunOptions, AutoCloseable> call, RunOptions run) throws Exception {
    try (AutoCloseable _ = call.apply(run)) {
      return false;
    } catch (OperationCancelledException e) {
      return true;
    }
  }

  private static void countDownIn(String kernel, String stage, CountDownLatch latch) {
    if (stage.equals(kernel)) {
      latch.countDown();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void sleepMicros(long micros) {
    try {
      TimeUnit.MICROSECONDS.sleep(micros);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static long liveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }
}
