package dev.gatun.internal.exec;

import dev.gatun.internal.jmx.MBeans;
import java.lang.System.Logger.Level;
import java.util.Locale;

/// What settings ask for once, when the library is first used.
public final class Startup {
  static {
    try {
      if (Boolean.TRUE.equals(Settings.text("jmx", Startup::parse))) {
        Log.log(Level.DEBUG, "registered the MBean " + MBeans.register());
      }
    } catch (RuntimeException | LinkageError e) {
      // A service that cannot be watched as it should still serves.
      Log.log(Level.WARNING, "no MBean is registered", e);
    }
  }

  private Startup() {}

  /// Does it, unless it is done.
  public static void run() {}

  private static Boolean parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
    };
  }
}
