package dev.gatun.internal.exec;

import dev.gatun.bindings.NativeLibrary;
import dev.gatun.bindings.NativeStatus;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The native library and how it came to be loaded, or not. The first question loads it.
public final class LoadedLibrary {
  private static volatile @Nullable Loading loading;

  private LoadedLibrary() {}

  /// The one attempt of this JVM.
  ///
  /// @param time what it took
  record Loading(NativeStatus status, Duration time) {}

  private static final class Holder {
    static final Loading LOADING = load();
  }

  private static Loading load() {
    long start = System.nanoTime();
    NativeStatus status = NativeLibrary.status();
    Loading done = new Loading(status, Duration.ofNanos(System.nanoTime() - start));
    loading = done;
    if (Log.takes(Level.DEBUG)) {
      status.attempts().forEach(attempt -> Log.log(Level.DEBUG, "native library: " + attempt));
      Log.log(
          Level.DEBUG,
          "native library: %s (%s), after %d ms"
              .formatted(status.reason(), status.build(), done.time.toMillis()));
    }
    return done;
  }

  /// Whether it is loaded, and why not.
  public static NativeStatus status() {
    return Holder.LOADING.status;
  }

  /// The attempt, null when nobody has asked for the library yet.
  static @Nullable Loading soFar() {
    return loading;
  }
}
