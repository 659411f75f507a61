package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvString;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Ids that are names: numbers if all of a block are written as numbers print, else strings. On the
/// heap, where dictionaries are; source and target of each edge in turn.
final class NameColumns implements IdColumns {
  private final int source;
  private final int target;
  private final BooleanSupplier onlyStrings;
  private final CellConverters.Numbers sources;
  private final CellConverters.Numbers targets;
  private final Tallies tallies;
  private final Counted<CsvString.Strings> converter;
  private final Buffer offsets;
  private final Buffer validity;
  private final Buffer text;
  private boolean strings;
  private long[] numbers = {};
  private byte[] bytes = {};
  private int[] from = {};
  private int[] to = {};

  /// @param onlyStrings whether numbers are of no use any more
  NameColumns(TextLayout layout, BooleanSupplier onlyStrings, CellConverters converters) {
    this.source = layout.source();
    this.target = layout.target();
    this.onlyStrings = onlyStrings;
    this.sources = converters.integers(true);
    this.targets = converters.integers(true);
    this.tallies = new Tallies(converters.engine());
    this.converter = converters.strings(tallies);
    this.offsets = new Buffer(converters.memory());
    this.validity = new Buffer(converters.memory());
    this.text = new Buffer(converters.memory());
  }

  @Override
  public int convert(CsvCells cells) {
    int rows = cells.rows();
    boolean convertible =
        !onlyStrings.getAsBoolean()
            && sources.convert(cells, source) == rows
            && targets.convert(cells, target) == rows;
    if (!convertible) {
      return toStrings(cells);
    }
    strings = false;
    if (numbers.length < 2 * rows) {
      numbers = new long[2 * rows];
    }
    MemorySegment us = sources.values();
    MemorySegment vs = targets.values();
    for (int i = 0; i < rows; i++) {
      numbers[2 * i] = us.getAtIndex(JAVA_LONG, i);
      numbers[2 * i + 1] = vs.getAtIndex(JAVA_LONG, i);
    }
    return rows;
  }

  /// Converts to strings, whatever ids are.
  ///
  /// @return row of the first one with an empty id
  int toStrings(CsvCells cells) {
    strings = true;
    int rows = cells.rows();
    if (from.length < 2 * rows) {
      from = new int[2 * rows];
      to = new int[2 * rows];
    }
    int used = strings(cells, source, 0, 0);
    strings(cells, target, 1, used);
    for (int i = 0; i < 2 * rows; i++) {
      if (from[i] == to[i]) {
        return i / 2;
      }
    }
    return rows;
  }

  /// Converts one of the two columns.
  ///
  /// @param parity 0 for the source, 1 for the target
  /// @param used bytes that there are already
  /// @return bytes that there are then
  private int strings(CsvCells cells, int column, int parity, int used) {
    int rows = cells.rows();
    MemorySegment starts = offsets.ensure((rows + 1L) * Integer.BYTES, 0);
    MemorySegment bits = validity.ensure((rows + 63L) / 64 * Long.BYTES, 0);
    int size;
    MemorySegment copy;
    try {
      converter.tally().begin(rows);
      converter.kernel().measure(cells, column, starts, bits);
      converter.tally().end(rows);
      size = starts.getAtIndex(JAVA_INT, rows);
      copy = text.ensure(size, 0);
      converter.tally().begin(rows);
      converter.kernel().copy(cells, column, starts, copy);
      converter.tally().end(0, size);
    } finally {
      tallies.flush();
    }
    if (bytes.length < used + size) {
      bytes = Arrays.copyOf(bytes, Math.max(used + size, 2 * bytes.length));
    }
    MemorySegment.copy(copy, JAVA_BYTE, 0, bytes, used, size);
    int at = used;
    for (int i = 0; i < rows; i++) {
      from[2 * i + parity] = at;
      at = used + starts.getAtIndex(JAVA_INT, i + 1L);
      to[2 * i + parity] = at;
    }
    return used + size;
  }

  /// Whether ids are strings.
  boolean areStrings() {
    return strings;
  }

  /// The ids when they are numbers.
  long[] numbers() {
    return numbers;
  }

  /// What strings are in: string i is bytes `from()[i]` to `to()[i]`.
  byte[] bytes() {
    return bytes;
  }

  int[] from() {
    return from;
  }

  int[] to() {
    return to;
  }
}
