package dev.gatun.internal.exec;

import dev.gatun.CancellationToken;
import dev.gatun.OperationCancelledException;
import java.util.concurrent.atomic.LongAdder;

/// A step of a call that Java cuts into parts: runs a body on each worker, ends all of them when
/// the call is cancelled or one of them fails, and reports their progress.
public final class Parallel {
  private Parallel() {}

  /// One worker's part.
  @FunctionalInterface
  public interface Body {
    /// @param worker 0 .. workers - 1
    void run(int worker, Step step);
  }

  /// What the workers of one step share. Thread-safe.
  public static final class Step implements Workers.Watcher {
    private final Execution execution;
    private final long total;
    private final LongAdder done = new LongAdder();
    private volatile boolean stopped;

    private Step(Execution execution, long total) {
      this.execution = execution;
      this.total = total;
    }

    /// Adds finished work. To be called every few milliseconds.
    ///
    /// @throws OperationCancelledException when the step is to end
    public void advance(long units) {
      done.add(units);
      if (stopped) {
        throw execution.stopped();
      }
    }

    @Override
    public void tick() {
      execution.report(done.sum(), total);
    }

    @Override
    public void stop() {
      stopped = true;
    }
  }

  /// Runs `body` on each worker and waits. One worker runs on the calling thread.
  ///
  /// @param total units of work in all, for progress
  /// @throws OperationCancelledException when the call was cancelled
  public static void run(Execution execution, int workers, long total, Body body) {
    execution.checkpoint(0, total);
    Step step = new Step(execution, total);
    CancellationToken token = execution.cancellation();
    try (CancellationToken.Registration _ = token == null ? () -> {} : token.onCancel(step::stop)) {
      Workers.runAll(
          workers,
          worker -> {
            try {
              body.run(worker, step);
            } catch (Throwable t) {
              step.stop();
              throw t;
            }
          },
          step);
    }
    execution.checkpoint(total, total);
  }
}
