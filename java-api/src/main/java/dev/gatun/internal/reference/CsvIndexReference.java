package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Goes through the text byte by byte.
public final class CsvIndexReference implements CsvIndex {
  @Override
  public Indexer open(Grammar grammar) {
    return new JavaIndexer(grammar);
  }

  private static final class JavaIndexer implements Indexer {
    // What a byte is outside quotes; those from DELIMITER on end a cell.
    private static final byte BLANK = 1;
    private static final byte QUOTE = 2;
    private static final byte DELIMITER = 3;
    private static final byte LINE_END = 4;

    private final Grammar grammar;
    private final byte[] classes = new byte[256];

    // The arguments of the call.
    private MemorySegment text = MemorySegment.NULL;
    private long to;
    private boolean last;
    private int width;
    private MemorySegment starts = MemorySegment.NULL;
    private MemorySegment ends = MemorySegment.NULL;
    private long mostCells;

    // What it found.
    private int rows;
    private long cells;
    private long next;
    private long lines;
    private Problem problem = Problem.TOO_FEW;
    private long problemAt;
    private int problemCell;
    private long resume;
    private long problemLines;

    // The record being read: cells and line ends so far, whether something was wrong, where the
    // reading is, and where the line after it begins.
    private int count;
    private long newLines;
    private boolean bad;
    private long at;
    private long behind;

    JavaIndexer(Grammar grammar) {
      this.grammar = grammar;
      if (grammar.trim()) {
        classes[' '] = BLANK;
        classes['\t'] = BLANK;
      }
      if (grammar.quote() != 0 && !grammar.strayQuotes()) {
        classes[grammar.quote()] = QUOTE;
      }
      if (grammar.delimiter() != 0) {
        classes[grammar.delimiter()] = DELIMITER;
      }
      classes['\n'] = LINE_END;
      classes['\r'] = LINE_END;
    }

    @Override
    public Stop index(
        MemorySegment text,
        long from,
        long to,
        boolean last,
        int width,
        MemorySegment starts,
        MemorySegment ends,
        MemorySegment firsts,
        long mostCells,
        int mostRows) {
      Objects.checkFromToIndex(from, to, text.byteSize() - CsvCells.SLACK);
      this.text = text;
      this.to = to;
      this.last = last;
      this.width = width;
      this.starts = starts;
      this.ends = ends;
      this.mostCells = mostCells;
      rows = 0;
      cells = 0;
      next = from;
      lines = 0;
      Stop stop = records(firsts, mostRows);
      if (width == 0) {
        firsts.setAtIndex(JAVA_INT, rows, (int) cells);
      }
      return stop;
    }

    private Stop records(MemorySegment firsts, int mostRows) {
      while (passOver() && next < to) {
        if (rows == mostRows || width > mostCells - cells) {
          return Stop.FULL;
        }
        if (!readRecord()) {
          break;
        }
        if (bad || !hasWidth()) {
          resume = behind;
          problemLines = newLines;
          return Stop.BAD;
        }
        if (width == 0) {
          if (count > mostCells - cells) {
            return Stop.FULL;
          }
          firsts.setAtIndex(JAVA_INT, rows, (int) cells);
        }
        for (; count < width; count++) {
          put(at, at);
        }
        cells += width == 0 ? count : width;
        rows++;
        next = behind;
        lines += newLines;
      }
      return Stop.END;
    }

    /// Moves [#next] behind empty lines and comments. Returns false at one that may go on behind
    /// the text.
    private boolean passOver() {
      while (true) {
        at = next;
        newLines = 0;
        if (is(at, grammar.comment())) {
          while (at < to && classAt(at) != LINE_END) {
            at++;
          }
        } else if (!grammar.skipEmptyLines() || at == to || classAt(at) != LINE_END) {
          return true;
        }
        if (!endLine()) {
          return false;
        }
        next = behind;
        lines += newLines;
      }
    }

    /// Finds where the next line begins, [#at] being the end of this one. Returns false when that
    /// is not known yet.
    private boolean endLine() {
      behind = at;
      if (at == to) {
        return last;
      }
      newLines++;
      if (!is(at, '\r')) {
        behind = at + 1;
        return true;
      }
      behind = is(at + 1, '\n') ? at + 2 : at + 1;
      return at + 1 < to || last;
    }

    /// Reads the record at [#next]. Returns false when it is not complete.
    private boolean readRecord() {
      count = 0;
      newLines = 0;
      bad = false;
      at = next;
      skipDelimiters();
      while (true) {
        if (!readCell()) {
          return false;
        }
        count++;
        if (at == to || classAt(at) != DELIMITER) {
          break;
        }
        at++;
        skipDelimiters();
        if (grammar.merge() && (at == to || classAt(at) == LINE_END)) {
          break;
        }
      }
      return endLine();
    }

    private void skipDelimiters() {
      while (grammar.merge() && at < to && classAt(at) == DELIMITER) {
        at++;
      }
    }

    private void skipBlanks() {
      while (grammar.trim() && at < to && classAt(at) == BLANK) {
        at++;
      }
    }

    /// Reads the cell at [#at], which goes to the delimiter, line end or end of the text behind it.
    /// Returns false when the text ends inside quotes and may go on.
    private boolean readCell() {
      skipBlanks();
      long start = at;
      long end;
      if (is(at, grammar.quote())) {
        at++;
        boolean closed = skipQuoted();
        end = at;
        if (!closed) {
          if (!last) {
            return false;
          }
          wrong(Problem.UNCLOSED_QUOTE, start);
        }
        skipBlanks();
        if (!endsCell(at)) {
          wrong(Problem.TEXT_AFTER_QUOTE, at);
        }
        while (!endsCell(at)) {
          at++;
        }
      } else {
        for (; !endsCell(at); at++) {
          if (classAt(at) == QUOTE) {
            wrong(Problem.STRAY_QUOTE, at);
          }
        }
        end = at;
        while (end > start && classAt(end - 1) == BLANK) {
          end--;
        }
      }
      put(start, end);
      return true;
    }

    /// Moves [#at] from behind an opening quote to behind the closing one. Returns false at the end
    /// of the text.
    private boolean skipQuoted() {
      int quote = grammar.quote();
      int escape = grammar.escape();
      for (; at < to; at++) {
        byte b = text.get(JAVA_BYTE, at);
        if (b == quote) {
          if (escape != 0 || !is(at + 1, quote)) {
            at++;
            return true;
          }
          at++;
        } else if (b == escape && escape != 0) {
          if (is(at + 1, quote) || is(at + 1, escape)) {
            at++;
          }
        } else if (b == '\n' || b == '\r' && !is(at + 1, '\n')) {
          newLines++;
        }
      }
      return false;
    }

    /// Whether the record has as many cells as it must have.
    private boolean hasWidth() {
      if (width == 0
          || count == width
          || (count < width
              ? grammar.ragged() != Ragged.ERROR
              : grammar.ragged() == Ragged.TRUNCATE)) {
        return true;
      }
      wrong(count < width ? Problem.TOO_FEW : Problem.TOO_MANY, at);
      return false;
    }

    /// Notes what is wrong with the cell being read, if nothing was before.
    private void wrong(Problem what, long where) {
      if (!bad) {
        bad = true;
        problem = what;
        problemAt = where;
        problemCell = count;
      }
    }

    private void put(long start, long end) {
      if (count < mostCells - cells && (width == 0 || count < width)) {
        starts.setAtIndex(JAVA_INT, cells + count, (int) start);
        ends.setAtIndex(JAVA_INT, cells + count, (int) end);
      }
    }

    private byte classAt(long position) {
      return classes[text.get(JAVA_BYTE, position) & 0xff];
    }

    private boolean endsCell(long position) {
      return position == to || classAt(position) >= DELIMITER;
    }

    private boolean is(long position, int character) {
      return character != 0 && position < to && text.get(JAVA_BYTE, position) == character;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public long cells() {
      return cells;
    }

    @Override
    public long next() {
      return next;
    }

    @Override
    public long lines() {
      return lines;
    }

    @Override
    public Problem problem() {
      return problem;
    }

    @Override
    public long problemAt() {
      return problemAt;
    }

    @Override
    public int problemCell() {
      return problemCell;
    }

    @Override
    public long resume() {
      return resume;
    }

    @Override
    public long problemLines() {
      return problemLines;
    }
  }
}
