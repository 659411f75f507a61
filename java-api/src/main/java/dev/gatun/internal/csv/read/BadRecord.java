package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvProblem.Kind;
import dev.gatun.internal.csv.read.Intake.RecordCheck;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import java.lang.foreign.MemorySegment;

/// Says what is wrong with the record that an indexer stopped at. Bytes that are not text go before
/// the number of cells, which says little about them; of wrong values and wrong quotes the first
/// counts.
final class BadRecord {
  private final Layout layout;
  private final Indexer indexer;
  private final RecordCheck check;
  private final Utf8Check utf8;

  BadRecord(Layout layout, Indexer indexer, RecordCheck check, Utf8Check utf8) {
    this.layout = layout;
    this.indexer = indexer;
    this.check = check;
    this.utf8 = utf8;
  }

  /// @param line the record begins on
  /// @param record its number
  /// @param room for cells behind those that the block has
  CsvProblem problem(Block block, long line, long record, long room) {
    boolean whole = isOfTheWhole();
    int known = (int) Math.min(Math.min(indexer.problemCell(), block.width), room);
    CsvCells cells = cells(block);
    long begin = indexer.next();
    long end = whole ? lineEnd(block) : indexer.problemAt();
    long malformed =
        layout.mayBeMalformed() ? utf8.firstInvalid(block.text.segment(), begin, end) : end;
    int malformedCell = malformed == end ? known : cellAt(cells, known, malformed);
    if (!whole || malformed < end) {
      CsvProblem earlier =
          block.width == 0 ? null : check.firstWrong(cells, malformedCell, block, line, record);
      if (earlier != null) {
        return earlier;
      }
    }
    if (malformed < end) {
      boolean inside = malformedCell < known;
      return new CsvProblem(
          block.file,
          line,
          record,
          inside ? malformedCell + 1 : 0,
          inside ? layout.names().get(malformedCell) : null,
          block.fileOffset + malformed,
          Kind.INVALID_UTF8,
          inside
              ? block.excerpt(cells.start(0, malformedCell), cells.end(0, malformedCell))
              : block.excerpt(begin, Math.max(begin, lineEnd(block))),
          "bytes that are not UTF-8 in");
    }
    int cell = indexer.problemCell();
    return new CsvProblem(
        block.file,
        line,
        record,
        whole ? 0 : cell + 1,
        whole || cell >= block.width ? null : layout.names().get(cell),
        block.fileOffset + (whole ? begin : indexer.problemAt()),
        kind(),
        block.excerpt(begin, Math.max(begin, lineEnd(block))),
        reason(block, cell));
  }

  /// The cells that the indexer leaves behind those of the block.
  private static CsvCells cells(Block block) {
    long used = block.cells * Integer.BYTES;
    MemorySegment starts = block.starts.segment().asSlice(used);
    MemorySegment ends = block.ends.segment().asSlice(used);
    return new CsvCells(block.text.segment(), starts, ends, 1, block.width);
  }

  /// The cell that a position lies in, `known` when it is behind them.
  private static int cellAt(CsvCells cells, int known, long position) {
    int cell = 0;
    while (cell < known && cells.end(0, cell) <= position) {
      cell++;
    }
    return cell;
  }

  private boolean isOfTheWhole() {
    return switch (indexer.problem()) {
      case TOO_FEW, TOO_MANY -> true;
      case TEXT_AFTER_QUOTE, STRAY_QUOTE, UNCLOSED_QUOTE -> false;
    };
  }

  private long lineEnd(Block block) {
    long to = indexer.resume();
    while (to > indexer.next() && (block.at(to - 1) == '\n' || block.at(to - 1) == '\r')) {
      to--;
    }
    return to;
  }

  private Kind kind() {
    return switch (indexer.problem()) {
      case TOO_FEW -> Kind.TOO_FEW_FIELDS;
      case TOO_MANY -> Kind.TOO_MANY_FIELDS;
      case TEXT_AFTER_QUOTE -> Kind.TEXT_AFTER_QUOTE;
      case STRAY_QUOTE -> Kind.STRAY_QUOTE;
      case UNCLOSED_QUOTE -> Kind.UNCLOSED_QUOTE;
    };
  }

  private String reason(Block block, int cell) {
    return switch (indexer.problem()) {
      case TOO_FEW, TOO_MANY -> "expected " + block.width + " cells, found " + cell;
      case TEXT_AFTER_QUOTE -> "text behind a closing quote";
      case STRAY_QUOTE -> "a quote inside a cell that is not quoted";
      case UNCLOSED_QUOTE -> "a quote that is never closed";
    };
  }
}
