package dev.gatun.internal.natives;

import dev.gatun.CancellationToken;
import dev.gatun.bindings.generated.gatun_team;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.exec.Workers;
import dev.gatun.internal.natives.NativeErrors.Sentence;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Calls a parallel kernel on all its workers: gives them a team, passes cancellation in and
/// progress out.
final class Spmd {
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

  /// Elements a worker must get for its thread to be worth waking.
  private static final long WORTH_A_WORKER = 1 << 15;

  /// Elements below which the kernel runs on the calling thread: it is done before anybody could
  /// cancel it.
  private static final long BRIEF = 1 << 16;

  private Spmd() {}

  /// The kernel's function.
  @FunctionalInterface
  interface Function {
    int call(MemorySegment team, int worker, int workers);
  }

  /// How many workers a kernel over that many elements gets.
  static int workers(Execution execution, long elements) {
    return execution.threadsFor(elements, WORTH_A_WORKER);
  }

  /// How many workers a kernel over a whole graph of that size gets.
  static int workers(Execution execution, GraphSize size) {
    return workers(execution, size.vertices() + size.entries());
  }

  /// Runs the kernel to its end.
  ///
  /// @param elements size of the work
  static void run(
      String kernel,
      Execution execution,
      int workers,
      long elements,
      Sentence sentence,
      Function function) {
    MemorySegment team = execution.scratch().allocateZeroed(gatun_team.sizeof());
    int[] status = new int[workers];
    if (workers == 1 && elements < BRIEF) {
      status[0] = function.call(team, 0, 1);
    } else {
      TeamWatcher watcher = new TeamWatcher(execution, team);
      CancellationToken token = execution.cancellation();
      try (CancellationToken.Registration _ =
          token == null ? () -> {} : token.onCancel(watcher::stop)) {
        Workers.runAll(workers, w -> status[w] = function.call(team, w, workers), watcher);
      } finally {
        watcher.release();
      }
    }
    if (status[0] != 0) {
      throw NativeErrors.exception(kernel, status[0], gatun_team.error(team), execution, sentence);
    }
    execution.report((long) LONG.getVolatile(team, PROGRESS), (long) LONG.getVolatile(team, TOTAL));
  }

  private static final long CANCEL = gatun_team.cancel$offset();
  private static final long PROGRESS = gatun_team.progress$offset();
  private static final long TOTAL = gatun_team.total$offset();

  /// Between the waiting thread, the token and the team's memory, which a late cancellation must
  /// not touch any more.
  private static final class TeamWatcher implements Workers.Watcher {
    private final Execution execution;
    private @Nullable MemorySegment team;

    TeamWatcher(Execution execution, MemorySegment team) {
      this.execution = execution;
      this.team = team;
    }

    @Override
    public void tick() {
      MemorySegment shared = team;
      if (shared != null) {
        execution.report(
            (long) LONG.getVolatile(shared, PROGRESS), (long) LONG.getVolatile(shared, TOTAL));
      }
    }

    @Override
    public synchronized void stop() {
      if (team != null) {
        INT.setVolatile(team, CANCEL, 1);
      }
    }

    synchronized void release() {
      team = null;
    }
  }
}
