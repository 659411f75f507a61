package dev.gatun.internal.kernel;

/// A pattern for dates and times other than ISO 8601's, compiled.
///
/// @param text as the user wrote it
/// @param program what both implementations run
public record TemporalPattern(String text, byte[] program) {
  /// Compiles a pattern of letters as in [java.time.format.DateTimeFormatter].
  ///
  /// @throws IllegalArgumentException when it has letters that are not supported, with the reason
  public static TemporalPattern of(String text) {
    throw new IllegalArgumentException("no patterns yet: " + text);
  }
}
