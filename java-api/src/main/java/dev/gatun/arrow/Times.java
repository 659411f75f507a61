package dev.gatun.arrow;

import java.time.Instant;
import java.time.LocalTime;

/// From counts of a unit to `java.time`.
final class Times {
  private static final long NANOS = 1_000_000_000;

  private Times() {}

  static Instant instant(long value, TimeUnit unit) {
    long perSecond = perSecond(unit);
    return Instant.ofEpochSecond(
        Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * (NANOS / perSecond));
  }

  /// @throws java.time.DateTimeException when the value is not within a day
  static LocalTime ofDay(long value, TimeUnit unit) {
    long perSecond = perSecond(unit);
    long within = Math.floorMod(value, perSecond) * (NANOS / perSecond);
    return LocalTime.ofSecondOfDay(Math.floorDiv(value, perSecond)).plusNanos(within);
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> 1;
      case MILLISECOND -> 1_000;
      case MICROSECOND -> 1_000_000;
      case NANOSECOND -> NANOS;
    };
  }
}
