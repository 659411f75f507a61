package dev.gatun.internal.kernel;

import dev.gatun.arrow.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Kernel `csv_temporal`: dates, times of day and timestamps. Contract: `gatun/csv_temporal.h`.
///
/// Without a pattern they are as in ISO 8601: `YYYY-MM-DD`; `HH:MM[:SS[.f…]]` with up to 9 digits
/// of fraction; both with `T` or a blank between them, perhaps followed by `Z`, `±HH`, `±HHMM` or
/// `±HH:MM`, up to 18 hours. A date alone is a timestamp at midnight. Years are 0001 to 9999. A
/// fraction finer than the unit is a misfit unless its further digits are 0; so is what does not
/// fit 64 bits. A fraction begins with a point whatever the decimal separator of numbers is.
///
/// All throw [IllegalArgumentException] for a pattern that does not give what the type needs, or
/// that gives what it has no place for.
public interface CsvTemporal {
  /// What offsets from UTC a timestamp has.
  enum Offsets {
    /// none: a local time
    NONE,
    /// where there is none, it is UTC
    OPTIONAL,
    /// all of them have one
    REQUIRED
  }

  /// Days since 1970-01-01, int32.
  CsvConverter date(CsvRules rules, @Nullable TemporalPattern pattern);

  /// Time of day: int32 for seconds and milliseconds, else int64.
  CsvConverter time(CsvRules rules, TimeUnit unit, @Nullable TemporalPattern pattern);

  /// Time since 1970-01-01T00:00, int64.
  CsvConverter timestamp(
      CsvRules rules, TimeUnit unit, Offsets offsets, @Nullable TemporalPattern pattern);
}
