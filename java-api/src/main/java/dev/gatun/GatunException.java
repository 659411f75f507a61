package dev.gatun;

import org.jspecify.annotations.Nullable;

/// Base of the exceptions that are Gatun's own. Wrong arguments are [IllegalArgumentException], use
/// after close is [IllegalStateException], failed reads are [java.io.UncheckedIOException] or
/// [java.io.IOException].
public abstract class GatunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// For subclasses.
  protected GatunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
