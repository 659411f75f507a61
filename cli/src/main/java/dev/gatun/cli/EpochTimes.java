package dev.gatun.cli;

import dev.gatun.arrow.TimeUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Stored dates and times as `java.time` values, or as they are where there is no such value.
final class EpochTimes {
  private static final long NANOS = 1_000_000_000L;
  private static final long SECONDS_OF_DAY = 86_400;

  private EpochTimes() {}

  static Object date(long days) {
    return LocalDate.ofEpochDay(days);
  }

  static Object time(long value, TimeUnit unit) {
    long perSecond = perSecond(unit);
    return value < 0 || value / perSecond >= SECONDS_OF_DAY
        ? (Object) value
        : LocalTime.ofNanoOfDay(value * (NANOS / perSecond));
  }

  /// @param instant whether it is one, rather than what some clock shows
  static Object timestamp(long value, TimeUnit unit, boolean instant) {
    long perSecond = perSecond(unit);
    long seconds = Math.floorDiv(value, perSecond);
    if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
      return value;
    }
    Instant time =
        Instant.ofEpochSecond(seconds, Math.floorMod(value, perSecond) * (NANOS / perSecond));
    return instant ? time : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
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
