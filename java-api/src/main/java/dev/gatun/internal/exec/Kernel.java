package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.NativeFaultException;
import java.lang.System.Logger.Level;

/// A kernel with both of its implementations: picks the engine, counts, emits the JFR event, and
/// falls back to Java once when the native library fails in itself.
///
/// @param <A> arguments
/// @param <R> result
public final class Kernel<A, R> implements Registered {

  private final String name;
  private final KernelFunction<A, R> reference;
  private final KernelFunction<A, R> natives;
  private final KernelStats referenceStats;
  private final KernelStats nativeStats;

  /// @param name the kernel's name in the C headers without the `gatun_` prefix, such as `csr_bfs`
  public Kernel(String name, KernelFunction<A, R> reference, KernelFunction<A, R> natives) {
    this.name = name;
    this.reference = reference;
    this.natives = natives;
    this.referenceStats = KernelStats.of(name, Engine.JAVA);
    this.nativeStats = KernelStats.of(name, Engine.NATIVE);
  }

  @Override
  public String name() {
    return name;
  }

  /// Runs the kernel on the engine of the execution.
  public R call(A arguments, Work work, Execution execution) {
    execution.enter(name);
    R result = run(arguments, work, execution);
    execution.leave();
    return result;
  }

  /// What the kernel will need on the engine of the execution, in bytes.
  public long scratchBytes(GraphSize size, Execution execution) {
    KernelFunction<A, R> function = execution.engine() == Engine.JAVA ? reference : natives;
    return function.scratchBytes(size, execution);
  }

  private R run(A arguments, Work work, Execution execution) {
    if (execution.engine() == Engine.JAVA) {
      return measured(reference, referenceStats, arguments, work, execution);
    }
    try {
      return measured(natives, nativeStats, arguments, work, execution);
    } catch (NativeFaultException e) {
      if (!execution.mayFallBack()) {
        throw e;
      }
      nativeStats.recordFallback();
      LastFailure.set(name, e);
      FallbackEvent.emit(name, String.valueOf(e.getMessage()));
      Log.log(Level.WARNING, "native " + name + " failed, running it on Java instead", e);
      execution.fallBack();
      return measured(reference, referenceStats, arguments, work, execution);
    }
  }

  private R measured(
      KernelFunction<A, R> function,
      KernelStats stats,
      A arguments,
      Work work,
      Execution execution) {
    KernelTally tally = execution.tally(stats);
    KernelEvent event = Recorder.isThere() ? KernelEvent.begun() : null;
    long start = execution.traced() ? System.nanoTime() : 0;
    tally.begin(work.elements());
    String outcome = "ok";
    try {
      R result = function.run(arguments, execution);
      tally.end(work.elements(), work.bytes());
      return result;
    } catch (RuntimeException | Error e) {
      tally.fail(work.elements(), work.bytes());
      outcome = e.getClass().getSimpleName();
      throw e;
    } finally {
      if (event != null) {
        event.commit(name, stats.engine(), work, outcome, execution.mostWorkers());
      }
      if (execution.traced()) {
        LogLine.of(stats, outcome, work, System.nanoTime() - start, execution);
      }
    }
  }
}
