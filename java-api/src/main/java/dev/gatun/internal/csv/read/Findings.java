package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvProblem.Kind;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is wrong in the rows of a block: of each row, the first cell. For one thread at a time.
final class Findings {
  private static final java.lang.foreign.ValueLayout.OfLong WORD =
      JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ScanColumns columns;
  private final TreeMap<Integer, Finding> rows = new TreeMap<>();

  private record Finding(int cell, Kind kind, long position) {}

  Findings(ScanColumns columns) {
    this.columns = columns;
  }

  void clear() {
    rows.clear();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The first row with anything wrong.
  int firstRow() {
    return rows.firstKey();
  }

  int count() {
    return rows.size();
  }

  /// A cell has bytes that are not UTF-8 at a position.
  void malformed(int row, int cell, long position) {
    add(row, new Finding(cell, Kind.INVALID_UTF8, position));
  }

  /// A cell does not convert.
  void misfit(int row, int cell) {
    add(row, new Finding(cell, Kind.BAD_VALUE, -1));
  }

  /// The cells of the rows whose bits are set do not convert.
  void misfits(MemorySegment bits, int rowCount, int cell) {
    rows(bits, rowCount).forEach(row -> misfit(row, cell));
  }

  /// The rows whose bits are set, in order.
  static IntStream rows(MemorySegment bits, int rowCount) {
    long[] words = bits.asSlice(0, (rowCount + 63L) / 64 * Long.BYTES).toArray(WORD);
    return BitSet.valueOf(words).stream();
  }

  /// Whether anything is wrong with a row.
  boolean has(int row) {
    return rows.containsKey(row);
  }

  private void add(int row, Finding finding) {
    rows.merge(
        row,
        finding,
        (old, fresh) ->
            fresh.cell() < old.cell()
                    || (fresh.cell() == old.cell() && fresh.kind() == Kind.INVALID_UTF8)
                ? fresh
                : old);
  }

  /// Makes a bitmap of the rows with nothing wrong.
  void keep(MemorySegment bits, int rowCount) {
    bits.asSlice(0, (rowCount + 63L) / 64 * Long.BYTES).fill((byte) -1);
    for (int row : rows.keySet()) {
      long at = (row & -Long.SIZE) >>> 3;
      bits.set(WORD, at, bits.get(WORD, at) & ~(1L << row));
    }
  }

  /// The problem of the first row.
  CsvProblem first(Block block) {
    return problem(block, rows.firstKey(), block.line(begin(block, rows.firstKey())));
  }

  private static long begin(Block block, int row) {
    return block.cells().start(row, 0);
  }

  /// The problems of all rows, in order.
  List<CsvProblem> all(Block block) {
    List<CsvProblem> problems = new ArrayList<>(rows.size());
    long at = block.from;
    long line = block.firstLine;
    for (int row : rows.keySet()) {
      long begin = begin(block, row);
      line += Lines.count(block.text.segment(), at, begin);
      at = begin;
      problems.add(problem(block, row, line));
    }
    return problems;
  }

  private CsvProblem problem(Block block, int row, long line) {
    Finding finding = rows.get(row);
    if (finding == null) {
      throw new IllegalStateException("nothing is wrong with row " + row);
    }
    return problem(columns, block, block.cells(), row, finding, line, block.record(row));
  }

  /// That a cell does not convert.
  static CsvProblem misfit(
      ScanColumns columns, Block block, CsvCells cells, int cell, long line, long record) {
    return problem(columns, block, cells, 0, new Finding(cell, Kind.BAD_VALUE, -1), line, record);
  }

  private static CsvProblem problem(
      ScanColumns columns,
      Block block,
      CsvCells cells,
      int row,
      Finding finding,
      long line,
      long record) {
    int cell = finding.cell();
    long start = cells.start(row, cell);
    boolean malformed = finding.kind() == Kind.INVALID_UTF8;
    return new CsvProblem(
        block.file,
        line,
        record,
        cell + 1,
        columns.names().get(cell),
        block.fileOffset + (malformed ? finding.position() : start),
        finding.kind(),
        block.excerpt(start, cells.end(row, cell)),
        malformed
            ? "bytes that are not UTF-8"
            : "expected " + describe(columns.types().type(cell)));
  }

  private static String describe(DataType type) {
    return switch (type) {
      case DataType.Null _ -> "nothing";
      case DataType.Bool _ -> "a boolean";
      case DataType.Int(int bits, boolean signed) ->
          "an integer of " + bits + " bits" + (signed ? "" : ", not negative");
      case DataType.FloatingPoint _ -> "a number";
      case DataType.Decimal(int precision, int scale, int _) ->
          "a decimal number of " + precision + " digits, " + scale + " behind the point";
      case DataType.Date _ -> "a date";
      case DataType.Time(var unit) ->
          "a time of day in " + unit.name().toLowerCase(java.util.Locale.ROOT) + "s";
      case DataType.Timestamp(var unit, var zone) ->
          "a timestamp in "
              + unit.name().toLowerCase(java.util.Locale.ROOT)
              + "s"
              + (zone == null ? "" : " with an offset from UTC");
      default -> "text";
    };
  }
}
