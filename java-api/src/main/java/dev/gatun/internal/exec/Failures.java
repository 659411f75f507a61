package dev.gatun.internal.exec;

/// Exceptions that came from another thread.
public final class Failures {
  private Failures() {}

  /// What to throw here for it; throws errors itself.
  public static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
