package dev.gatun.internal.exec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The latest native fault, for [dev.gatun.Gatun#debugInfo].
///
/// @param kernel where
/// @param message what
/// @param time when
public record LastFailure(String kernel, String message, Instant time) {
  private static volatile @Nullable LastFailure latest;

  static void set(String kernel, Throwable failure) {
    latest = new LastFailure(kernel, String.valueOf(failure.getMessage()), Instant.now());
  }

  /// The latest one, or null when there was none.
  public static @Nullable LastFailure latest() {
    return latest;
  }
}
