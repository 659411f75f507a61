package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// 64-bit integers, timestamps, and times of day in microseconds or nanoseconds.
public final class LongColumn extends FixedWidthColumn {
  LongColumn(ArrayData array, Lease lease) {
    super(8, array, lease);
  }

  /// The bits of the value; those of an unsigned one with its top bit set are negative here.
  public long get(int index) {
    return values.getAtIndex(LONG, index);
  }

  /// The value, signed or unsigned as the type says.
  public BigInteger toBigInteger(int index) {
    long bits = get(index);
    BigInteger signed = BigInteger.valueOf(bits);
    return isUnsigned() && bits < 0 ? signed.add(TWO_TO_64) : signed;
  }

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  /// The instant of a timestamp with a time zone; for a timestamp without one, the instant at which
  /// a clock in UTC shows it.
  ///
  /// @throws IllegalArgumentException when the type is no timestamp
  public Instant instant(int index) {
    return Times.instant(get(index), timestamp().unit());
  }

  /// What a timestamp without a time zone says; for a timestamp with one, what a clock in UTC
  /// shows.
  ///
  /// @throws IllegalArgumentException when the type is no timestamp
  public LocalDateTime dateTime(int index) {
    return LocalDateTime.ofInstant(instant(index), ZoneOffset.UTC);
  }

  private DataType.Timestamp timestamp() {
    if (field().type() instanceof DataType.Timestamp type) {
      return type;
    }
    throw isNot("timestamp");
  }

  /// The time of day.
  ///
  /// @throws IllegalArgumentException when the type is no time
  /// @throws java.time.DateTimeException when the value is not within a day
  public LocalTime time(int index) {
    if (field().type() instanceof DataType.Time(TimeUnit unit)) {
      return Times.ofDay(get(index), unit);
    }
    throw isNot("time64");
  }

  @Override
  long longValue(int index) {
    return get(index);
  }

  @Override
  double doubleValue(int index) {
    return isUnsigned() ? toBigInteger(index).doubleValue() : get(index);
  }

  @Override
  Object value(int index) {
    return switch (field().type()) {
      case DataType.Timestamp(_, String zone) -> zone == null ? dateTime(index) : instant(index);
      case DataType.Time _ -> time(index);
      default -> isUnsigned() ? toBigInteger(index) : (Object) get(index);
    };
  }
}
