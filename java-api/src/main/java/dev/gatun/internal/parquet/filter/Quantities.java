package dev.gatun.internal.parquet.filter;

import dev.gatun.arrow.TimeUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/// Literals as numbers of a column's steps, exactly: cents, days, microseconds since 1970.
final class Quantities {
  /// No column has numbers of so many digits before or behind the point.
  private static final int MOST_DIGITS = 400;

  private static final BigDecimal HUGE = BigDecimal.ONE.scaleByPowerOfTen(MOST_DIGITS);
  private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-MOST_DIGITS);
  private static final BigDecimal SECOND = new BigDecimal(1_000_000_000);
  private static final BigDecimal DAY = SECOND.multiply(new BigDecimal(86_400));

  private Quantities() {}

  /// For integers, and decimals with digits behind the point.
  static Function<Object, BigDecimal> number(int scale) {
    return literal ->
        switch (literal) {
          case Long value -> new BigDecimal(value).movePointRight(scale);
          case BigInteger value -> new BigDecimal(value).movePointRight(scale);
          case BigDecimal value -> bounded(value).movePointRight(scale);
          case Double value -> finite(value).movePointRight(scale);
          default -> throw Mismatch.of(literal, "a number");
        };
  }

  /// NaN and infinity are beyond all numbers of such a column.
  private static BigDecimal finite(double value) {
    if (Double.isFinite(value)) {
      return new BigDecimal(value);
    }
    return value < 0 ? HUGE.negate() : HUGE;
  }

  /// The same on the same side of every number a column can have, with a sensible exponent.
  static BigDecimal bounded(BigDecimal value) {
    long digits = (long) value.precision() - value.scale();
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    } else if (Math.abs(digits) <= MOST_DIGITS) {
      return value;
    }
    return (digits > 0 ? HUGE : TINY).multiply(new BigDecimal(value.signum()));
  }

  /// Days since 1970-01-01.
  static BigDecimal days(Object literal) {
    return switch (literal) {
      case LocalDate date -> new BigDecimal(date.toEpochDay());
      case LocalDateTime time -> steps(time.toInstant(ZoneOffset.UTC), DAY);
      case String text -> days(TimeTexts.local(text));
      default -> throw Mismatch.of(literal, "a date");
    };
  }

  /// Steps since midnight.
  static Function<Object, BigDecimal> time(TimeUnit unit) {
    return literal ->
        switch (literal) {
          case LocalTime time -> divide(new BigDecimal(time.toNanoOfDay()), nanos(unit));
          case String text -> time(unit).apply(TimeTexts.time(text));
          default -> throw Mismatch.of(literal, "a time of day");
        };
  }

  /// Steps since 1970-01-01T00:00 UTC.
  static Function<Object, BigDecimal> instant(TimeUnit unit) {
    return literal ->
        switch (literal) {
          case Instant instant -> steps(instant, nanos(unit));
          case LocalDate date -> steps(date.atStartOfDay().toInstant(ZoneOffset.UTC), nanos(unit));
          case String text -> steps(TimeTexts.instant(text), nanos(unit));
          default -> throw Mismatch.of(literal, "an instant or a date");
        };
  }

  /// Steps since 1970-01-01T00:00 of no zone.
  static Function<Object, BigDecimal> localTimestamp(TimeUnit unit) {
    return literal ->
        switch (literal) {
          case LocalDateTime time -> steps(time.toInstant(ZoneOffset.UTC), nanos(unit));
          case LocalDate date -> steps(date.atStartOfDay().toInstant(ZoneOffset.UTC), nanos(unit));
          case String text -> steps(TimeTexts.local(text).toInstant(ZoneOffset.UTC), nanos(unit));
          default -> throw Mismatch.of(literal, "a date and time without zone, or a date");
        };
  }

  private static BigDecimal nanos(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> SECOND;
      case MILLISECOND -> new BigDecimal(1_000_000);
      case MICROSECOND -> new BigDecimal(1_000);
      case NANOSECOND -> BigDecimal.ONE;
    };
  }

  /// @param step in nanoseconds
  private static BigDecimal steps(Instant instant, BigDecimal step) {
    BigDecimal nanos =
        new BigDecimal(instant.getEpochSecond())
            .multiply(SECOND)
            .add(new BigDecimal(instant.getNano()));
    return divide(nanos, step);
  }

  /// Exact enough: a quotient that is no whole number is a nanosecond of a day or more away from
  /// one.
  private static BigDecimal divide(BigDecimal nanos, BigDecimal step) {
    return nanos.divide(step, 20, RoundingMode.UP);
  }
}
