package dev.gatun.internal.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  /// Counts what it hears; workers can watch it.
  private static class Listener implements Workers.Watcher {
    final AtomicInteger ticks = new AtomicInteger();
    volatile boolean stopped;

    @Override
    public void tick() {
      ticks.incrementAndGet();
    }

    @Override
    public void stop() {
      stopped = true;
    }

    /// What a worker does that goes on until it is told to stop.
    void awaitStop() {
      while (!stopped) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void runsAllWorkersAtTheSameTime() {
    int workers = 16;
    CyclicBarrier barrier = new CyclicBarrier(workers);
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Listener listener = new Listener();
    boolean interrupted =
        Workers.runAll(
            workers,
            worker -> {
              meet(barrier);
              seen.add(worker);
              threads.add(Thread.currentThread());
            },
            listener);
    assertFalse(interrupted);
    assertFalse(listener.stopped);
    assertEquals(workers, seen.size());
    assertTrue(seen.stream().allMatch(w -> w >= 0 && w < workers));
    assertEquals(workers, threads.size());
    for (Thread thread : threads) {
      assertTrue(thread.isDaemon());
      assertFalse(thread.isVirtual());
      assertTrue(thread.getName().startsWith("gatun-worker-"), thread.getName());
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void throwsWhatAWorkerThrewAndStopsTheOthers() {
    Listener listener = new Listener();
    AtomicInteger ended = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("worker 1");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Workers.runAll(
                    4,
                    worker -> {
                      if (worker == 1) {
                        throw failure;
                      }
                      listener.awaitStop();
                      ended.incrementAndGet();
                    },
                    listener));
    assertSame(failure, thrown);
    assertEquals(3, ended.get(), "all have ended when it is thrown");
  }

  @Test
  void throwsErrorsToo() {
    StackOverflowError error = new StackOverflowError();
    assertSame(
        error,
        assertThrows(
            StackOverflowError.class,
            () ->
                Workers.runAll(
                    1,
                    _ -> {
                      throw error;
                    },
                    new Listener())));
  }

  @Test
  void stopsWorkersWhenInterrupted() {
    Listener listener = new Listener();
    AtomicInteger ended = new AtomicInteger();
    Thread.currentThread().interrupt();
    boolean interrupted =
        Workers.runAll(
            2,
            _ -> {
              listener.awaitStop();
              ended.incrementAndGet();
            },
            listener);
    assertTrue(interrupted);
    assertEquals(2, ended.get());
    assertTrue(Thread.interrupted(), "the flag is set again");
  }

  @Test
  void ticksOnTheWaitingThread() {
    Thread caller = Thread.currentThread();
    Listener listener =
        new Listener() {
          @Override
          public void tick() {
            assertSame(caller, Thread.currentThread());
            if (ticks.incrementAndGet() == 2) {
              stop();
            }
          }
        };
    Workers.runAll(2, _ -> listener.awaitStop(), listener);
    assertTrue(listener.ticks.get() >= 2);
  }

  @Test
  void endsWhenTheWatcherThrows() {
    IllegalStateException failure = new IllegalStateException("listener");
    Listener listener =
        new Listener() {
          @Override
          public void tick() {
            ticks.incrementAndGet();
            throw failure;
          }
        };
    AtomicInteger ended = new AtomicInteger();
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                Workers.runAll(
                    2,
                    _ -> {
                      listener.awaitStop();
                      ended.incrementAndGet();
                    },
                    listener)));
    assertEquals(2, ended.get());
    assertEquals(1, listener.ticks.get());
  }
}
