package dev.gatun.internal.reference;

import dev.gatun.arrow.TimeUnit;

/// A date and a time of day in fields.
final class TemporalMoment {
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };
  private static final int DAYS_BEFORE_1970 = 719_162;
  private static final int NANOS_A_SECOND = 1_000_000_000;

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int nanos;

  /// Seconds east of UTC.
  int offset;

  /// Back to 1970-01-01T00:00Z.
  void clear() {
    year = 1970;
    month = 1;
    day = 1;
    hour = 0;
    minute = 0;
    second = 0;
    nanos = 0;
    offset = 0;
  }

  /// Whether it is on the calendar, in years 1 to 9999, and on the clock.
  boolean exists() {
    return year >= 1
        && year <= 9999
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysInMonth()
        && hour < 24
        && minute < 60
        && second < 60;
  }

  private int daysInMonth() {
    int days = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
    return month == 2 && isLeapYear() ? days + 1 : days;
  }

  private boolean isLeapYear() {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /// Days since 1970-01-01, whatever the time and the offset.
  int days() {
    int before = year - 1;
    int leapDays = before / 4 - before / 100 + before / 400 + (month > 2 && isLeapYear() ? 1 : 0);
    return before * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1 - DAYS_BEFORE_1970;
  }

  /// Units since 1970-01-01T00:00Z.
  ///
  /// @throws ArithmeticException when the unit is too coarse for the fraction, or 64 bits are too
  ///     few
  long units(TimeUnit unit) {
    int perSecond =
        switch (unit) {
          case SECOND -> 1;
          case MILLISECOND -> 1000;
          case MICROSECOND -> 1_000_000;
          case NANOSECOND -> NANOS_A_SECOND;
        };
    int step = NANOS_A_SECOND / perSecond;
    if (nanos % step != 0) {
      throw new ArithmeticException("the fraction is finer than the unit");
    }
    long seconds = days() * 86_400L + hour * 3600 + minute * 60 + second - offset;
    long fraction = nanos / step;
    if (seconds < 0 && fraction > 0) { // else the least value would overflow halfway
      seconds++;
      fraction -= perSecond;
    }
    return Math.addExact(Math.multiplyExact(seconds, (long) perSecond), fraction);
  }
}
