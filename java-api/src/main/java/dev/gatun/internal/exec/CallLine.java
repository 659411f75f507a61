package dev.gatun.internal.exec;

import dev.gatun.RunInfo;
import java.lang.System.Logger.Level;
import java.util.Locale;

/// The line about a call that has ended, in the log.
final class CallLine {
  private CallLine() {}

  static void log(String description, CallStats.Outcome outcome, Execution execution) {
    if (!Log.takes(Level.DEBUG)) {
      return;
    }
    RunInfo info = execution.info();
    Log.log(
        Level.DEBUG,
        "%s: %s, %s %s, threads %d, %.3f ms, peak %d bytes"
            .formatted(
                description,
                outcome.name().toLowerCase(Locale.ROOT),
                info.engine(),
                info.isa(),
                info.threads(),
                info.elapsed().toNanos() / 1e6,
                info.peakBytes()));
  }
}
