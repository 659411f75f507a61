package dev.gatun.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The library's log on standard error, a line each: warnings, and everything with `--debug`.
final class Log {
  // Loggers are weakly held by java.util.logging: this one keeps its settings.
  private static final Logger GATUN = Logger.getLogger("dev.gatun");

  private Log() {}

  static void to(PrintWriter err, boolean debug) {
    for (Handler handler : GATUN.getHandlers()) {
      GATUN.removeHandler(handler);
    }
    GATUN.setUseParentHandlers(false);
    GATUN.setLevel(debug ? Level.ALL : Level.WARNING);
    GATUN.addHandler(new LineHandler(err, debug));
  }

  private static final class LineHandler extends Handler {
    private final PrintWriter err;
    private final boolean debug;

    LineHandler(PrintWriter err, boolean debug) {
      this.err = err;
      this.debug = debug;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      String level = record.getLevel().getName().toLowerCase(Locale.ROOT);
      err.println("gatun: " + level + ": " + Failure.oneLine(record.getMessage()));
      if (debug && record.getThrown() != null) {
        record.getThrown().printStackTrace(err);
      }
      err.flush();
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {}
  }
}
