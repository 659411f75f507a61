package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.RunInfo;
import java.lang.System.Logger.Level;
import java.util.Locale;

/// Lines of the log about what has run.
final class LogLine {
  private LogLine() {}

  /// A public call.
  static void of(String description, CallStats.Outcome outcome, RunInfo info) {
    Log.log(
        Level.DEBUG,
        "%s: %s, %s, threads %d, %s, peak %d bytes"
            .formatted(
                description,
                outcome.name().toLowerCase(Locale.ROOT),
                where(info.engine()),
                info.threads(),
                time(info.elapsed().toNanos()),
                info.peakBytes()));
  }

  /// A kernel of a call.
  static void of(KernelStats stats, String outcome, Work work, long nanos, Execution execution) {
    Log.log(
        Level.TRACE,
        "%s: %s, %s, threads %d, %s, elements %d"
            .formatted(
                stats.kernel(),
                outcome,
                where(stats.engine()),
                execution.mostWorkers(),
                time(nanos),
                work.elements()));
  }

  /// Calls of a kernel in a task of a scan.
  static void of(KernelStats stats, long calls, long failures, long elements, long nanos) {
    Log.log(
        Level.TRACE,
        "%s: calls %d, failures %d, %s, %s, elements %d"
            .formatted(
                stats.kernel(), calls, failures, where(stats.engine()), time(nanos), elements));
  }

  private static String where(Engine engine) {
    return engine == Engine.NATIVE ? "NATIVE " + Isa.active() : engine.name();
  }

  private static String time(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
  }
}
