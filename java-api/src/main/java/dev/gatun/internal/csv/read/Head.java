package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.io.ByteStream;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Stop;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place a text was read up to: bytes that were read and belong to no block yet, and the
/// numbers of the line and record they begin with. For one thread at a time.
final class Head implements AutoCloseable {
  private static final long BEGIN = CsvCells.SLACK;
  private static final int ENOUGH_CELLS = 1 << 20;

  private final int skipLines;
  private final int mostBytes;
  private final int pieceBytes;
  private final Tallies tallies;
  private final Buffer text;
  private @Nullable ByteStream stream;
  private String name = "";
  private long consumedBefore;
  private long from = BEGIN;
  private long to = BEGIN;
  private boolean last;
  private long offset;
  private long line;
  private long record;
  private long peekedTo;
  private long peekedLines;

  /// @param skipLines lines to pass over at the beginning of each text
  /// @param mostBytes most to keep for one record
  /// @param pieceBytes about how much to look at first
  Head(int skipLines, int mostBytes, int pieceBytes, Engine engine, Slab slab) {
    this.skipLines = skipLines;
    this.mostBytes = mostBytes;
    this.pieceBytes = pieceBytes;
    this.tallies = new Tallies(engine);
    this.text = new Buffer(slab);
  }

  /// Goes to the first line of a text that is not skipped.
  void open(TextInput input) {
    close();
    name = input.name();
    stream = input.open();
    from = BEGIN;
    to = BEGIN;
    last = false;
    offset = 0;
    line = 1;
    record = 1;
    text.ensure(BEGIN + pieceBytes + CsvCells.SLACK, 0);
    read(pieceBytes);
    for (int i = 0; i < skipLines; i++) {
      skipLine();
    }
  }

  private void skipLine() {
    while (true) {
      long next = Lines.next(text.segment(), from, to, last);
      if (next >= 0) {
        if (next > from) {
          line++;
        }
        pass(next);
        return;
      }
      // Nothing of the line is needed but a CR whose LF may follow.
      pass(Math.max(from, to - 1));
      compact();
      read(pieceBytes);
    }
  }

  private void pass(long position) {
    offset += position - from;
    from = position;
  }

  /// Moves what is left to the beginning.
  private void compact() {
    MemorySegment.copy(text.segment(), from, text.segment(), BEGIN, to - from);
    to = BEGIN + to - from;
    from = BEGIN;
  }

  /// Reads until there are `bytes` behind `from`, or no more.
  private void read(long bytes) {
    text.ensure(from + bytes + CsvCells.SLACK, to);
    to = fill(text.segment(), to, from + bytes);
  }

  private long fill(MemorySegment into, long position, long target) {
    long at = position;
    while (at < target && !last) {
      int n = stream().read(into, at, (int) (target - at));
      if (n < 0) {
        last = true;
      } else {
        at += n;
      }
    }
    return at;
  }

  private ByteStream stream() {
    if (stream == null) {
      throw new IllegalStateException("no text is open");
    }
    return stream;
  }

  /// Whether no byte is left of the text.
  boolean isAtEnd() {
    if (stream == null) {
      return true;
    }
    if (from == to && !last) {
      compact();
      read(pieceBytes);
    }
    return last && from == to;
  }

  /// Whether the text ends with what was read.
  boolean isLast() {
    return last;
  }

  /// The cells of the next record, unquoted; null when there is none. See [#skipPeeked].
  ///
  /// @param grammar with which records are cut
  @Nullable List<String> peekRecord(Grammar grammar) {
    List<List<String>> one = peekRecords(grammar, 1, 1);
    return one.isEmpty() ? null : one.getFirst();
  }

  /// The cells of the next records, as many as there are in what is looked at: at least one, if
  /// there is one that is right. Cells are without quotes.
  ///
  /// @param most records
  /// @param mostCells of all records but the first few
  List<List<String>> peekRecords(Grammar grammar, int most, int mostCells) {
    try {
      return recordsAhead(grammar, most, mostCells);
    } finally {
      tallies.flush();
    }
  }

  private List<List<String>> recordsAhead(Grammar grammar, int most, int mostCells) {
    Counted<Indexer> counted = tallies.on(Kernels.CSV_INDEX).open(kernel -> kernel.open(grammar));
    Indexer indexer = counted.kernel();
    int room = 1024;
    while (true) {
      try (RecordsAhead peek = new RecordsAhead(counted, room, most)) {
        Stop stop = peek.look(text.segment(), from, to, last);
        peekedTo = indexer.next();
        peekedLines = indexer.lines();
        // A wide record must be seen whole; of many records some are enough.
        int mostRoom = peek.rows() == 0 ? mostBytes : ENOUGH_CELLS;
        if (stop == Stop.FULL && peek.rows() < most && room < mostRoom) {
          room *= 4;
          continue;
        }
        if (peek.rows() > 0 || stop == Stop.BAD || last) {
          return peek.records(text.segment(), grammar, mostCells);
        }
      }
      if (to - from >= mostBytes) {
        return List.of();
      }
      compact();
      read(Math.min(mostBytes, Math.max(pieceBytes, 2 * (to - from))));
    }
  }

  /// Passes over what the last [#peekRecord] looked at.
  void skipPeeked() {
    line += peekedLines;
    pass(peekedTo);
  }

  /// Passes over bytes that were read.
  void skip(long bytes, long lines) {
    line += lines;
    pass(from + bytes);
  }

  /// Reads some more bytes.
  ///
  /// @return false at the end of the text
  boolean readMore() {
    long before = to - from;
    compact();
    read(Math.max(pieceBytes, 2 * before));
    return to - from > before;
  }

  /// What was read and belongs to no block.
  MemorySegment text() {
    return text.segment();
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  /// Puts the next `target` bytes into a block, or what there is, and reads what is missing for
  /// that. Nothing is passed over until [#keep].
  ///
  /// @return whether the text ends with the block
  boolean load(Block block, int target) {
    long have = Math.min(to - from, target);
    MemorySegment into = block.text.ensure(BEGIN + target + CsvCells.SLACK, 0);
    MemorySegment.copy(text.segment(), from, into, BEGIN, have);
    block.from = BEGIN;
    block.to = have == to - from ? fill(into, BEGIN + have, BEGIN + target) : BEGIN + have;
    block.readTo = block.to;
    block.fileOffset = offset - BEGIN;
    return last && block.bytes() >= to - from;
  }

  /// Passes over the bytes of a block before `position`, and takes back those behind it.
  void keep(Block block, long position, long lines, long records) {
    long passed = position - block.from;
    offset += passed;
    line += lines;
    record += records;
    if (block.bytes() <= to - from) {
      from += passed;
      return;
    }
    long left = block.to - position;
    text.ensure(BEGIN + left + CsvCells.SLACK, 0);
    MemorySegment.copy(block.text.segment(), position, text.segment(), BEGIN, left);
    from = BEGIN;
    to = BEGIN + left;
  }

  /// Name of the text.
  String name() {
    return name;
  }

  /// Line of the next byte, from 1.
  long line() {
    return line;
  }

  /// Number of the next record, from 1.
  long record() {
    return record;
  }

  /// Offset of the next byte in the text.
  long offset() {
    return offset;
  }

  /// Bytes read of all texts so far, as they are stored.
  long consumed() {
    return consumedBefore + (stream == null ? 0 : stream.consumed());
  }

  @Override
  public void close() {
    if (stream != null) {
      consumedBefore += stream.consumed();
      stream.close();
      stream = null;
    }
  }
}
