package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvFormats;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.FixedWidths;
import dev.gatun.internal.csv.read.Outputs.Part;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvConverter.Outcome;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.TemporalPattern;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Columns of cells to arrays of a type. For one thread at a time.
final class Conversions {
  private final CsvRules rules;
  private final CsvFormats formats;
  private final Tallies tallies;
  private final Map<Key, Counted<CsvConverter>> converters = new HashMap<>();
  private final Counted<CsvString.Strings> strings;
  private final Dictionaries dictionaries;
  private final Buffer validity;
  private final Buffer wide;

  private record Key(DataType type, boolean found) {}

  /// @param tallies of the task that this is a part of
  /// @param slab for scratch memory
  Conversions(Layout layout, Tallies tallies, Slab slab) {
    this.rules = layout.rules();
    this.formats = layout.formats();
    this.tallies = tallies;
    this.strings =
        tallies.on(Kernels.CSV_STRING).open(kernel -> kernel.open(rules, nulls(formats)));
    this.dictionaries = new Dictionaries(tallies.on(Kernels.COLUMN_DICTIONARY), slab);
    this.validity = new Buffer(slab);
    this.wide = new Buffer(slab);
  }

  private static CsvString.Nulls nulls(CsvFormats formats) {
    return switch (formats.stringNulls()) {
      case NONE -> CsvString.Nulls.NONE;
      case UNQUOTED -> CsvString.Nulls.UNQUOTED;
      case ALL -> CsvString.Nulls.ALL;
    };
  }

  /// A column, and what became of its cells.
  record Converted(ArrayData array, int misfits, int firstMisfit) {}

  /// Converts cell `column` of every record.
  ///
  /// @param field what becomes of it
  /// @param found whether the type was found out: then what could be something else is a misfit
  /// @param slot the column's number in `outputs`
  /// @param misfits see [CsvConverter#convert]
  Converted convert(
      CsvCells cells,
      int column,
      Field field,
      boolean found,
      int slot,
      Outputs outputs,
      @Nullable MemorySegment misfits) {
    int rows = cells.rows();
    MemorySegment bits = validity.ensure((rows + 63L) / 64 * Long.BYTES, 0);
    return switch (field.type()) {
      case DataType.Utf8 _ -> {
        ArrayData array = strings(cells, column, field, slot, outputs, bits);
        yield new Converted(array, 0, rows);
      }
      case DataType.Dictionary _ -> {
        Outputs scratch = dictionaries.scratch();
        Field values = new Field(field.name(), FoundTypes.STRING, true);
        ArrayData array = strings(cells, column, values, 0, scratch, bits);
        yield new Converted(dictionaries.encode(array, field, slot, outputs), 0, rows);
      }
      case DataType.Null _ -> {
        MemorySegment none = wide.ensure((rows + 7L) / 8 + CsvCells.SLACK, 0);
        Outcome outcome =
            convert(converter(field.type(), found), cells, column, none, bits, misfits);
        ArrayData array =
            new ArrayData(field, rows, rows, null, null, null, List.of(), null, List.of());
        yield new Converted(array, outcome.misfits(), outcome.firstMisfit());
      }
      default -> values(cells, column, field, found, slot, outputs, bits, misfits);
    };
  }

  private Converted values(
      CsvCells cells,
      int column,
      Field field,
      boolean found,
      int slot,
      Outputs outputs,
      MemorySegment bits,
      @Nullable MemorySegment misfits) {
    int rows = cells.rows();
    Counted<CsvConverter> converter = converter(field.type(), found);
    long bytes =
        field.type() instanceof DataType.Bool
            ? (rows + 63L) / 64 * Long.BYTES
            : (long) rows * FixedWidths.of(field.type());
    MemorySegment values = outputs.buffer(slot, Part.VALUES, bytes);
    Outcome outcome = convert(converter, cells, column, values, bits, misfits);
    ArrayData array =
        new ArrayData(
            field,
            rows,
            outcome.nulls(),
            validity(rows, outcome.nulls(), slot, outputs, bits),
            null,
            values,
            List.of(),
            null,
            List.of());
    return new Converted(array, outcome.misfits(), outcome.firstMisfit());
  }

  private static Outcome convert(
      Counted<CsvConverter> converter,
      CsvCells cells,
      int column,
      MemorySegment values,
      MemorySegment bits,
      @Nullable MemorySegment misfits) {
    converter.tally().begin(cells.rows());
    Outcome outcome = converter.kernel().convert(cells, column, values, bits, misfits);
    converter.tally().end(cells.rows());
    return outcome;
  }

  /// All cells as one column of strings.
  ArrayData strings(CsvCells cells, Field field, Outputs outputs) {
    MemorySegment bits = validity.ensure((cells.rows() + 63L) / 64 * Long.BYTES, 0);
    return strings(cells, 0, field, 0, outputs, bits);
  }

  private ArrayData strings(
      CsvCells cells, int column, Field field, int slot, Outputs outputs, MemorySegment bits) {
    int rows = cells.rows();
    MemorySegment offsets = outputs.buffer(slot, Part.OFFSETS, (rows + 1L) * Integer.BYTES);
    strings.tally().begin(rows);
    int nulls = strings.kernel().measure(cells, column, offsets, bits);
    strings.tally().end(rows);
    long size = offsets.getAtIndex(JAVA_INT, rows);
    MemorySegment bytes = outputs.buffer(slot, Part.VALUES, size);
    strings.tally().begin(rows);
    strings.kernel().copy(cells, column, offsets, bytes);
    strings.tally().end(0, size);
    return new ArrayData(
        field,
        rows,
        nulls,
        validity(rows, nulls, slot, outputs, bits),
        offsets,
        bytes,
        List.of(),
        null,
        List.of());
  }

  /// The bitmap is made in scratch memory: most columns have no nulls and keep none.
  private static @Nullable MemorySegment validity(
      int rows, int nulls, int slot, Outputs outputs, MemorySegment bits) {
    if (nulls == 0) {
      return null;
    }
    long bytes = (rows + 63L) / 64 * Long.BYTES;
    MemorySegment kept = outputs.buffer(slot, Part.VALIDITY, bytes);
    MemorySegment.copy(bits, 0, kept, 0, bytes);
    return kept;
  }

  private Counted<CsvConverter> converter(DataType type, boolean found) {
    return converters.computeIfAbsent(new Key(type, found), key -> open(key.type(), key.found()));
  }

  private Counted<CsvConverter> open(DataType type, boolean found) {
    return switch (type) {
      case DataType.Null _ ->
          tallies.on(Kernels.CSV_BOOL).open(kernel -> kernel.open(rules, List.of(), List.of()));
      case DataType.Bool _ ->
          tallies
              .on(Kernels.CSV_BOOL)
              .open(
                  kernel ->
                      kernel.open(
                          rules,
                          Layout.bytes(formats.trueTokens()),
                          Layout.bytes(formats.falseTokens())));
      case DataType.Int(int bits, boolean signed) -> {
        Counted<CsvConverter> integers =
            tallies.on(Kernels.CSV_INT64).open(kernel -> kernel.open(rules, false));
        yield bits == 64
            ? integers
            : integers.open(wider -> Narrowing.integers(wider, bits, signed, wide));
      }
      case DataType.FloatingPoint(int bits) -> {
        Counted<CsvConverter> reals =
            tallies.on(Kernels.CSV_DOUBLE).open(kernel -> kernel.open(rules, found));
        yield bits == 64 ? reals : reals.open(wider -> Narrowing.floats(wider, wide));
      }
      case DataType.Decimal decimal ->
          tallies
              .on(Kernels.CSV_DECIMAL)
              .open(kernel -> kernel.open(rules, decimal.precision(), decimal.scale()));
      case DataType.Date _ -> temporal(kernel -> kernel.date(rules, pattern(formats.dateFormat())));
      case DataType.Time time ->
          temporal(kernel -> kernel.time(rules, time.unit(), pattern(formats.timeFormat())));
      case DataType.Timestamp stamp ->
          temporal(
              kernel ->
                  kernel.timestamp(
                      rules,
                      stamp.unit(),
                      offsets(stamp, found),
                      pattern(formats.timestampFormat())));
      default -> throw new IllegalArgumentException(type + " cannot be read from text");
    };
  }

  private Counted<CsvConverter> temporal(Function<CsvTemporal, CsvConverter> opening) {
    return tallies.on(Kernels.CSV_TEMPORAL).open(opening);
  }

  private static CsvTemporal.Offsets offsets(DataType.Timestamp stamp, boolean found) {
    if (stamp.zone() == null) {
      return CsvTemporal.Offsets.NONE;
    }
    return found ? CsvTemporal.Offsets.REQUIRED : CsvTemporal.Offsets.OPTIONAL;
  }

  private static @Nullable TemporalPattern pattern(@Nullable String format) {
    return format == null ? null : TemporalPattern.of(format);
  }
}
