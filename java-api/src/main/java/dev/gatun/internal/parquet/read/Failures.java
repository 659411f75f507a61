package dev.gatun.internal.parquet.read;

/// Exceptions that came from another thread.
final class Failures {
  private Failures() {}

  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
