package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.time.LocalDate;
import java.time.LocalTime;

/// 32-bit integers, dates, and times of day in seconds or milliseconds.
public final class IntColumn extends FixedWidthColumn {
  IntColumn(ArrayData array, Lease lease) {
    super(4, array, lease);
  }

  /// The bits of the value.
  public int get(int index) {
    return values.getAtIndex(INT, index);
  }

  /// The value, signed or unsigned as the type says.
  public long toLong(int index) {
    int bits = get(index);
    return isUnsigned() ? Integer.toUnsignedLong(bits) : bits;
  }

  /// The day of a date.
  ///
  /// @throws IllegalArgumentException when the type is no date
  public LocalDate date(int index) {
    if (field().type() instanceof DataType.Date) {
      return LocalDate.ofEpochDay(get(index));
    }
    throw isNot("date32");
  }

  /// The time of day.
  ///
  /// @throws IllegalArgumentException when the type is no time
  /// @throws java.time.DateTimeException when the value is not within a day
  public LocalTime time(int index) {
    if (field().type() instanceof DataType.Time(TimeUnit unit)) {
      return Times.ofDay(get(index), unit);
    }
    throw isNot("time32");
  }

  @Override
  long longValue(int index) {
    return toLong(index);
  }

  @Override
  double doubleValue(int index) {
    return toLong(index);
  }

  @Override
  Object value(int index) {
    return switch (field().type()) {
      case DataType.Date _ -> date(index);
      case DataType.Time _ -> time(index);
      default -> isUnsigned() ? (Object) toLong(index) : (Object) get(index);
    };
  }
}
