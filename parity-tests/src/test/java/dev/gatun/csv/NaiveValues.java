package dev.gatun.csv;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of cells once more, by regular expressions and the JDK's own parsers: in the form of
/// [dev.gatun.support.ArrowValues].
final class NaiveValues {
  /// What no value of a type is.
  static final Object MISFIT = new Object();

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern SPECIAL = Pattern.compile("(?i)([+-]?)(inf|infinity|nan)");
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]{1,9}))?)?");
  private static final Pattern ZONE = Pattern.compile("Z|[+-][0-9]{2}(?::?[0-9]{2})?");
  private static final long NANOS = 1_000_000_000;

  private final CsvFormats formats;

  NaiveValues(CsvFormats formats) {
    this.formats = formats;
  }

  boolean isNull(NaiveCsv.Cell cell) {
    return formats.nulls().contains(cell.text());
  }

  /// The value of a cell, null for null, or [#MISFIT].
  Object value(NaiveCsv.Cell cell, DataType type) {
    if (type instanceof DataType.Utf8 || type instanceof DataType.Dictionary) {
      return switch (formats.stringNulls()) {
        case NONE -> cell.text();
        case UNQUOTED -> !cell.quoted() && isNull(cell) ? null : cell.text();
        case ALL -> isNull(cell) ? null : cell.text();
      };
    }
    return isNull(cell) ? null : value(cell.text(), type);
  }

  private Object value(String text, DataType type) {
    return switch (type) {
      case DataType.Null _ -> MISFIT;
      case DataType.Bool _ ->
          formats.trueTokens().contains(text)
              ? (Object) true
              : formats.falseTokens().contains(text) ? (Object) false : MISFIT;
      case DataType.Int(int bits, boolean signed) -> integer(text, bits, signed);
      case DataType.FloatingPoint(int bits) -> floating(text, bits);
      case DataType.Decimal(int precision, int scale, _) -> decimal(text, precision, scale);
      case DataType.Date _ -> orMisfit(() -> date(text).toEpochDay());
      case DataType.Time(TimeUnit unit) -> orMisfit(() -> scaled(time(text).toNanoOfDay(), unit));
      case DataType.Timestamp(TimeUnit unit, String zone) ->
          orMisfit(() -> timestamp(text, unit, zone != null, false));
      case DataType other -> throw new AssertionError(other);
    };
  }

  private interface Parse {
    long parse();
  }

  private static Object orMisfit(Parse parse) {
    try {
      return parse.parse();
    } catch (DateTimeException | ArithmeticException e) {
      return MISFIT;
    }
  }

  private static Object integer(String text, int bits, boolean signed) {
    if (!INTEGER.matcher(text).matches()) {
      return MISFIT;
    }
    BigInteger value = new BigInteger(text);
    BigInteger end = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
    BigInteger begin = signed ? end.negate() : BigInteger.ZERO;
    return value.compareTo(begin) >= 0 && value.compareTo(end) < 0
        ? (Object) value.longValue()
        : MISFIT;
  }

  private static Object floating(String text, int bits) {
    Matcher special = SPECIAL.matcher(text);
    double value;
    if (special.matches()) {
      value =
          special.group(2).equalsIgnoreCase("nan")
              ? Double.NaN
              : special.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    } else if (DECIMAL.matcher(text).matches()) {
      value = Double.parseDouble(text);
    } else {
      return MISFIT;
    }
    return bits == 64
        ? Double.doubleToLongBits(value)
        : Float.floatToIntBits(special.matches() ? (float) value : Float.parseFloat(text))
            & 0xffff_ffffL;
  }

  private static Object decimal(String text, int precision, int scale) {
    if (!DECIMAL.matcher(text).matches()) {
      return MISFIT;
    }
    try {
      BigInteger unscaled = new BigDecimal(text).setScale(scale).unscaledValue();
      return unscaled.abs().compareTo(BigInteger.TEN.pow(precision)) < 0 ? unscaled : MISFIT;
    } catch (ArithmeticException e) {
      return MISFIT;
    }
  }

  private static LocalDate date(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches() || date.group(1).equals("0000")) {
      throw new DateTimeException(text);
    }
    return LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)));
  }

  private static LocalTime time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new DateTimeException(text);
    }
    String nanos = time.group(4) == null ? "" : time.group(4);
    return LocalTime.of(
        number(time.group(1)),
        number(time.group(2)),
        time.group(3) == null ? 0 : number(time.group(3)),
        number((nanos + "000000000").substring(0, 9)));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /// @param offsets whether there may be one
  /// @param all whether there must be one
  private static long timestamp(String text, TimeUnit unit, boolean offsets, boolean all) {
    LocalDate date = date(text.substring(0, Math.min(10, text.length())));
    String rest = text.substring(10);
    if (rest.isEmpty()) {
      return instant(date.atStartOfDay(), "", unit, offsets, all);
    }
    if (rest.charAt(0) != 'T' && rest.charAt(0) != ' ') {
      throw new DateTimeException(text);
    }
    int end = 1;
    while (end < rest.length() && "Z+-".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    LocalTime time = time(rest.substring(1, end));
    return instant(date.atTime(time), rest.substring(end), unit, offsets, all);
  }

  private static long instant(
      LocalDateTime time, String zone, TimeUnit unit, boolean offsets, boolean all) {
    if (zone.isEmpty() ? all : !offsets || !ZONE.matcher(zone).matches()) {
      throw new DateTimeException(zone);
    }
    long offset = zone.isEmpty() ? 0 : ZoneOffset.of(zone).getTotalSeconds();
    BigInteger nanos =
        BigInteger.valueOf(time.toEpochSecond(ZoneOffset.UTC) - offset)
            .multiply(BigInteger.valueOf(NANOS))
            .add(BigInteger.valueOf(time.getNano()));
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(nanos(unit)));
    if (parts[1].signum() != 0) {
      throw new ArithmeticException("finer than the unit");
    }
    return parts[0].longValueExact();
  }

  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> NANOS;
      case MILLISECOND -> 1_000_000;
      case MICROSECOND -> 1000;
      case NANOSECOND -> 1;
    };
  }

  private static long scaled(long nanos, TimeUnit unit) {
    if (nanos % nanos(unit) != 0) {
      throw new ArithmeticException("finer than the unit");
    }
    return nanos / nanos(unit);
  }

  /// The type that is found out for a column when all of it is looked at.
  DataType type(List<NaiveCsv.Cell> column) {
    List<NaiveCsv.Cell> cells = column.stream().filter(cell -> !isNull(cell)).toList();
    if (cells.isEmpty()) {
      return new DataType.Null();
    }
    return candidates().stream()
        .filter(type -> cells.stream().allMatch(cell -> holds(type, cell.text())))
        .findFirst()
        .orElse(new DataType.Utf8());
  }

  private static List<DataType> candidates() {
    List<DataType> types =
        new ArrayList<>(
            List.of(
                new DataType.Bool(),
                new DataType.Int(64, true),
                new DataType.FloatingPoint(64),
                new DataType.Date()));
    for (TimeUnit unit : TimeUnit.values()) {
      types.add(new DataType.Timestamp(unit, null));
    }
    for (TimeUnit unit : TimeUnit.values()) {
      types.add(new DataType.Timestamp(unit, "UTC"));
    }
    for (TimeUnit unit : TimeUnit.values()) {
      types.add(new DataType.Time(unit));
    }
    return types;
  }

  private boolean holds(DataType type, String text) {
    if (type instanceof DataType.FloatingPoint && INTEGER.matcher(text).matches()) {
      return integer(text, 64, true) != MISFIT;
    }
    if (type instanceof DataType.Timestamp(TimeUnit unit, String zone) && zone != null) {
      return orMisfit(() -> timestamp(text, unit, true, true)) != MISFIT;
    }
    return value(text, type) != MISFIT;
  }
}
