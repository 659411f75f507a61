package dev.gatun.internal.csv.write;

import dev.gatun.arrow.BooleanColumn;
import dev.gatun.arrow.ByteColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.arrow.DictionaryColumn;
import dev.gatun.arrow.DoubleColumn;
import dev.gatun.arrow.FixedSizeBinaryColumn;
import dev.gatun.arrow.Float16Column;
import dev.gatun.arrow.FloatColumn;
import dev.gatun.arrow.IntColumn;
import dev.gatun.arrow.ListColumn;
import dev.gatun.arrow.LongColumn;
import dev.gatun.arrow.NullColumn;
import dev.gatun.arrow.ShortColumn;
import dev.gatun.arrow.StringColumn;
import dev.gatun.arrow.StructColumn;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.arrow.VariableWidthColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// The cells of a column.
///
/// @param column which of them are null
/// @param values writes those that are not
record CsvCells(Column column, Values values) {
  /// Of each unit.
  private static final List<DateTimeFormatter> TIMES =
      Stream.of(TimeUnit.values()).map(CsvCells::formatter).toList();

  /// Cells that are not null.
  @FunctionalInterface
  private interface Values {
    void write(int row, CsvText out, boolean first);
  }

  void write(int row, CsvText out, boolean first) {
    values.write(row, out, first);
  }

  static CsvCells of(Column column) {
    return new CsvCells(column, values(column));
  }

  private static Values values(Column column) {
    return switch (column) {
      case BooleanColumn booleans -> ascii(row -> Boolean.toString(booleans.get(row)));
      case ByteColumn bytes -> ascii(row -> String.valueOf(bytes.object(row)));
      case ShortColumn shorts -> ascii(row -> String.valueOf(shorts.object(row)));
      case IntColumn ints -> ints(ints);
      case LongColumn longs -> longs(longs);
      case Float16Column floats -> ascii(row -> String.valueOf(floats.object(row)));
      case FloatColumn floats -> ascii(row -> Float.toString(floats.get(row)));
      case DoubleColumn doubles -> ascii(row -> Double.toString(doubles.get(row)));
      case DecimalColumn decimals ->
          ascii(row -> new BigDecimal(decimals.unscaled(row), decimals.scale()).toPlainString());
      case FixedSizeBinaryColumn fixed ->
          "arrow.uuid".equals(fixed.field().metadata().get("ARROW:extension:name"))
              ? ascii(row -> String.valueOf(fixed.uuid(row)))
              : ascii(row -> hex(fixed.segment(row)));
      case StringColumn strings -> (row, out, first) -> out.cell(strings.segment(row), first);
      case VariableWidthColumn bytes -> ascii(row -> hex(bytes.segment(row)));
      case DictionaryColumn encoded -> {
        Values entries = values(encoded.dictionary());
        yield (row, out, first) -> entries.write(encoded.entry(row), out, first);
      }
      case NullColumn _ -> (_, _, _) -> {};
      case StructColumn _, ListColumn _ ->
          throw new IllegalArgumentException(column.field() + " has no place in a cell");
    };
  }

  private static Values ascii(IntFunction<String> text) {
    return (row, out, _) -> out.ascii(text.apply(row));
  }

  private static String hex(MemorySegment bytes) {
    return HexFormat.of().formatHex(bytes.toArray(ValueLayout.JAVA_BYTE));
  }

  private static Values ints(IntColumn ints) {
    return switch (ints.field().type()) {
      case DataType.Date _ -> ascii(row -> ints.date(row).toString());
      case DataType.Time(TimeUnit unit) -> times(unit, ints::time);
      default -> ascii(row -> Long.toString(ints.toLong(row)));
    };
  }

  private static Values longs(LongColumn longs) {
    return switch (longs.field().type()) {
      case DataType.Time(TimeUnit unit) -> times(unit, longs::time);
      case DataType.Timestamp(TimeUnit unit, String zone) -> {
        String end = zone == null ? "" : "Z";
        yield ascii(
            row -> {
              LocalDateTime at = longs.dateTime(row);
              return at.toLocalDate() + "T" + format(unit, at.toLocalTime()) + end;
            });
      }
      case DataType.Int(_, boolean signed) when !signed ->
          ascii(row -> Long.toUnsignedString(longs.get(row)));
      default -> ascii(row -> Long.toString(longs.get(row)));
    };
  }

  private static Values times(TimeUnit unit, IntFunction<LocalTime> times) {
    return ascii(row -> format(unit, times.apply(row)));
  }

  private static String format(TimeUnit unit, TemporalAccessor time) {
    return TIMES.get(unit.ordinal()).format(time);
  }

  /// As many digits of a second as a unit has.
  private static DateTimeFormatter formatter(TimeUnit unit) {
    int digits = 3 * unit.ordinal();
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss");
    if (digits > 0) {
      builder.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true);
    }
    return builder.toFormatter(Locale.ROOT);
  }
}
