package dev.gatun.internal.exec;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The library's log, under the level of [dev.gatun.Gatun#logLevel]. Everything goes through here.
public final class Log {
  private static final List<Level> LEVELS =
      List.of(Level.OFF, Level.ERROR, Level.WARNING, Level.INFO, Level.DEBUG, Level.TRACE);

  private static volatile @Nullable Level threshold;
  private static volatile @Nullable IllegalArgumentException mistake;

  static {
    reset();
  }

  private Log() {}

  /// The logger of others: opened when it is first needed, since that takes some 20 ms.
  private static final class Target {
    static final Logger LOGGER = System.getLogger("dev.gatun");
  }

  /// @throws IllegalArgumentException when the setting `gatun.log.level` is no level
  static void check() {
    IllegalArgumentException wrong = mistake;
    if (wrong != null) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong.getCause());
    }
  }

  /// The level, null while the logger decides.
  public static @Nullable Level level() {
    return threshold;
  }

  /// Sets the level, or with null goes back to what the settings say.
  ///
  /// @throws IllegalArgumentException for [Level#ALL], which no setting can name
  public static void level(@Nullable Level level) {
    if (level == null) {
      reset();
      return;
    }
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("log level " + level + " is none of " + names());
    }
    threshold = level;
    mistake = null;
  }

  /// A mistake is reported by the next call: who logs cannot be told.
  private static void reset() {
    threshold = null;
    mistake = null;
    try {
      threshold = Settings.text("log.level", Log::parse);
    } catch (IllegalArgumentException e) {
      mistake = e;
    }
  }

  /// Reads a level by its name, in any case.
  ///
  /// @throws IllegalArgumentException for anything else, naming the text
  public static Level parse(String text) {
    return LEVELS.stream()
        .filter(level -> level.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("log level \"" + text + "\" is none of " + names()));
  }

  private static String names() {
    return String.join(", ", LEVELS.stream().map(Log::name).toList());
  }

  /// A level as settings name it.
  public static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /// Whether [#log] does anything with such a line. A few nanoseconds.
  public static boolean takes(Level level) {
    Level least = threshold;
    return least == null
        ? Target.LOGGER.isLoggable(level)
        : level.getSeverity() >= least.getSeverity();
  }

  /// Logs a line.
  public static void log(Level level, String line) {
    log(level, line, null);
  }

  /// Logs a line and what was thrown.
  public static void log(Level level, String line, @Nullable Throwable thrown) {
    if (!takes(level)) {
      return;
    }
    if (Target.LOGGER.isLoggable(level)) {
      Target.LOGGER.log(level, line, thrown);
    } else {
      print(level, line, thrown);
    }
  }

  /// In one piece, so that lines of several threads do not mix.
  private static void print(Level level, String line, @Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("gatun: " + name(level) + ": " + line);
    if (thrown != null) {
      thrown.printStackTrace(out);
    }
    System.err.print(text);
  }
}
