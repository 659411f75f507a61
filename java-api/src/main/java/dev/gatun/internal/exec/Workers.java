package dev.gatun.internal.exec;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The platform threads that kernels run on: a call that blocks in native code would pin a virtual
/// thread. Threads are created on demand, idle ones go after half a minute, and none keeps the JVM
/// alive.
public final class Workers {
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final ThreadPoolExecutor POOL =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task ->
              Thread.ofPlatform()
                  .daemon()
                  .name("gatun-worker-" + SERIAL.incrementAndGet())
                  .unstarted(task));

  private Workers() {}

  /// What each worker does.
  @FunctionalInterface
  public interface Body {
    /// @param worker 0 .. workers - 1
    void run(int worker);
  }

  /// Called on the waiting thread while the workers run.
  public interface Watcher {
    /// About ten times a second.
    void tick();

    /// The waiting thread was interrupted, a worker failed, or [#tick] threw: make the workers end
    /// soon. May be called again while they have not.
    void stop();
  }

  /// Runs `task` on a thread of its own, soon.
  public static void start(Runnable task) {
    POOL.execute(task);
  }

  /// Runs `body` for each worker, all at the same time, and waits for all of them. Throws what the
  /// first worker to fail threw; an exception from `watcher` is thrown when all have ended.
  ///
  /// @return whether the waiting thread was interrupted meanwhile; its interrupt flag is set again
  public static boolean runAll(int workers, Body body, Watcher watcher) {
    // No worker may enter the kernel before all of them have a thread: they meet at barriers.
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(workers);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    boolean complete = false;
    boolean[] open = new boolean[1];
    try {
      for (int w = 0; w < workers; w++) {
        int worker = w;
        POOL.execute(
            () -> {
              try {
                gate.await();
                if (open[0]) {
                  body.run(worker);
                }
              } catch (Throwable t) {
                failure.compareAndSet(null, t);
              } finally {
                done.countDown();
              }
            });
      }
      complete = true;
    } finally {
      open[0] = complete;
      gate.countDown();
    }
    boolean interrupted = await(done, watcher, failure);
    Throwable thrown = failure.get();
    if (thrown != null) {
      sneakyThrow(thrown);
    }
    return interrupted;
  }

  private static boolean await(
      CountDownLatch done, Watcher watcher, AtomicReference<@Nullable Throwable> failure) {
    boolean interrupted = false;
    while (true) {
      try {
        if (done.await(100, TimeUnit.MILLISECONDS)) {
          break;
        }
        if (failure.get() == null) {
          watcher.tick();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
      if (interrupted || failure.get() != null) {
        watcher.stop();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return interrupted;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneakyThrow(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
