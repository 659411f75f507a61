package dev.gatun.cli;

import static java.lang.System.Logger.Level.DEBUG;

import dev.gatun.Gatun;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The library's log on standard error, a line each: from the level on that `gatun.log.level` or
/// `GATUN_LOG_LEVEL` names, else warnings; with `--debug` at least what is for debugging.
final class Log {
  // Loggers are weakly held by java.util.logging: this one keeps its settings.
  private static final Logger GATUN = Logger.getLogger("dev.gatun");

  private Log() {}

  /// @param beforeLine run before each line, to clear what is drawn there
  static void to(PrintWriter err, Runnable beforeLine, boolean debug) {
    for (Handler handler : GATUN.getHandlers()) {
      GATUN.removeHandler(handler);
    }
    GATUN.setUseParentHandlers(false);
    Gatun.logLevel(null);
    var level = Gatun.logLevel();
    if (debug && (level == null || level.getSeverity() > DEBUG.getSeverity())) {
      Gatun.logLevel(DEBUG);
    }
    GATUN.setLevel(Gatun.logLevel() == null ? Level.WARNING : Level.ALL);
    GATUN.addHandler(new LineHandler(err, beforeLine, debug));
  }

  private static final class LineHandler extends Handler {
    private final PrintWriter err;
    private final Runnable beforeLine;
    private final boolean debug;

    LineHandler(PrintWriter err, Runnable beforeLine, boolean debug) {
      this.err = err;
      this.beforeLine = beforeLine;
      this.debug = debug;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      String level = name(record.getLevel());
      String message = new SimpleFormatter().formatMessage(record);
      beforeLine.run();
      err.println("gatun: " + level + ": " + Failure.oneLine(message));
      if (debug && record.getThrown() != null) {
        record.getThrown().printStackTrace(err);
      }
      err.flush();
    }

    /// As `gatun.log.level` names it.
    private static String name(Level level) {
      return switch (level.intValue()) {
        case 1000 -> "error"; // SEVERE
        case 500 -> "debug"; // FINE
        case 400 -> "trace"; // FINER
        default -> level.getName().toLowerCase(Locale.ROOT);
      };
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {}
  }
}
