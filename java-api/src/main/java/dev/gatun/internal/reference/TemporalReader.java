package dev.gatun.internal.reference;

/// Reads a date, a time or both.
interface TemporalReader {
  /// Takes what belongs to it from the text.
  ///
  /// @return false when the text is not of the form
  boolean read(TemporalText text, TemporalMoment moment);
}
