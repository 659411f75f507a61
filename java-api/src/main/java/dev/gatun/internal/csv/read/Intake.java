package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.Engine;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvProblem.Kind;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.io.TextInput;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Stop;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the texts of a scan into blocks of whole records, one block after the other: reads, finds
/// the cells, counts lines and records. What is left behind the last whole record begins the next
/// block. Blocks depend on nothing but the texts and the settings. For one thread at a time.
final class Intake implements AutoCloseable {
  private static final int CELL = Integer.BYTES;

  /// Bytes of a line end, at most.
  private static final int LINE_END = 2;

  private final List<TextInput> inputs;
  private final Layout layout;
  private final int blockBytes;
  private final boolean rejecting;
  private final Tallies tallies;
  private final Indexer indexer;
  private final KernelTally tally;
  private final BadRecord bad;
  private final Head head;
  private long mostCells;
  private int file;
  private long number;
  private boolean failed;

  /// Looks at the cells of a record that has something wrong in a later cell.
  @FunctionalInterface
  interface RecordCheck {
    /// The first of the first `cells` cells that is wrong itself; null when none is.
    ///
    /// @param place fills in what it does not know
    @Nullable CsvProblem firstWrong(
        CsvCells record, int cells, Block block, long line, long number);

    /// Finds nothing wrong.
    RecordCheck NONE = (_, _, _, _, _) -> null;
  }

  /// @param head at the first record of the first input
  /// @param blockBytes about how long blocks are
  Intake(
      List<TextInput> inputs,
      Layout layout,
      Head head,
      int blockBytes,
      boolean rejecting,
      RecordCheck check,
      Engine engine) {
    this.inputs = inputs;
    this.layout = layout;
    this.head = head;
    this.blockBytes = blockBytes;
    this.rejecting = rejecting;
    this.tallies = new Tallies(engine);
    Counted<Indexer> counted =
        tallies.on(Kernels.CSV_INDEX).open(kernel -> kernel.open(layout.grammar()));
    this.indexer = counted.kernel();
    this.tally = counted.tally();
    this.bad = new BadRecord(layout, indexer, check, new Utf8Check(tallies));
    this.mostCells = Math.max(256, blockBytes / 4);
  }

  /// Bytes read of all inputs, as they are stored.
  long consumed() {
    return head.consumed();
  }

  /// Fills a block.
  ///
  /// @return false when there is none any more
  boolean fill(Block block) {
    if (failed) {
      return false;
    }
    while (head.isAtEnd()) {
      if (++file == inputs.size()) {
        return false;
      }
      head.open(inputs.get(file));
      if (layout.hasHeader()) {
        skipHeader();
      }
    }
    block.number = number++;
    begin(block);
    index(block).finish();
    failed = block.failure != null;
    return true;
  }

  private void begin(Block block) {
    block.rejects.clear();
    block.failure = null;
    block.file = head.name();
    block.width = layout.width();
    block.firstRecord = head.record();
    block.firstLine = head.line();
  }

  /// A file behind the first one has the same columns in the same order.
  private void skipHeader() {
    List<String> names = head.peekRecord(layout.grammar());
    if (names != null && !names.equals(layout.names())) {
      throw new CsvException(
          new CsvProblem(
              head.name(),
              head.line(),
              0,
              0,
              null,
              head.offset(),
              Kind.OTHER_COLUMNS,
              String.join(String.valueOf(layout.dialect().delimiter()), names),
              "expected the columns of "
                  + inputs.getFirst().name()
                  + " ("
                  + String.join(", ", layout.names())
                  + "), found"));
    }
    head.skipPeeked();
  }

  /// Fills a block without passing over it.
  ///
  /// @return whether it has all that is left of the text
  boolean peek(Block block) {
    begin(block);
    Progress progress = index(block);
    boolean complete = progress.last && !progress.full && block.failure == null;
    head.keep(block, block.from, 0, 0);
    return complete;
  }

  /// @return how far it came, to be finished
  private Progress index(Block block) {
    try {
      return indexed(block);
    } finally {
      tallies.flush();
    }
  }

  private Progress indexed(Block block) {
    int target = blockBytes;
    while (true) {
      boolean last = head.load(block, target);
      Progress progress = new Progress(block, last);
      while (progress.step()) {
        // until the text or the room is used up
      }
      if (progress.isUseful() || block.failure != null || (last && !progress.full)) {
        progress.endBeforeLongRecord();
        return progress;
      }
      head.keep(block, block.from, 0, 0);
      if (progress.full) {
        mostCells *= 2;
        continue;
      }
      int most = layout.dialect().mostRecordBytes() + LINE_END;
      if (target >= most) {
        block.failure = tooLong(block, block.from, head.line(), head.record());
        return progress;
      }
      target = (int) Math.min(most, 2L * target);
    }
  }

  private CsvProblem tooLong(Block block, long begin, long line, long record) {
    return new CsvProblem(
        block.file,
        line,
        record,
        0,
        null,
        block.fileOffset + begin,
        Kind.RECORD_TOO_LONG,
        block.excerpt(begin, begin + 64),
        "a record has more than "
            + layout.dialect().mostRecordBytes()
            + " bytes (CsvDialect.mostRecordBytes); a quote that is never closed?");
  }

  /// The indexing of one block.
  private final class Progress {
    private final Block block;
    private final MemorySegment text;
    private final long end;
    private final boolean last;
    private long at;
    private long lines;
    private boolean full;

    Progress(Block block, boolean last) {
      this.block = block;
      this.text = block.text.segment();
      this.end = block.to;
      this.last = last;
      this.at = block.from;
      block.rows = 0;
      block.cells = 0;
      long bytes = (mostCells + CsvCells.SLACK) * CELL;
      block.starts.ensure(bytes, 0);
      block.ends.ensure(bytes, 0);
      if (block.width == 0) {
        block.firsts.ensure(bytes, 0);
      }
    }

    /// @return whether there is more to index
    boolean step() {
      long used = block.cells * CELL;
      tally.begin(end - at);
      Stop stop =
          indexer.index(
              text,
              at,
              end,
              last,
              block.width,
              block.starts.segment().asSlice(used),
              block.ends.segment().asSlice(used),
              block.width == 0 ? block.firsts.segment() : MemorySegment.NULL,
              mostCells - block.cells,
              (int) Math.min(mostCells, Integer.MAX_VALUE));
      tally.end(indexer.cells(), indexer.next() - at);
      block.rows += indexer.rows();
      block.cells += indexer.cells();
      lines += indexer.lines();
      at = indexer.next();
      full = stop == Stop.FULL;
      if (stop != Stop.BAD) {
        return false;
      }
      if (layout.edgeCells() > 0 && indexer.problemCell() >= layout.edgeCells()) {
        takeBeginning(indexer.problemCell());
        return true;
      }
      CsvProblem problem =
          bad.problem(
              block,
              block.firstLine + lines,
              block.firstRecord + block.rows + block.rejects.size(),
              mostCells - block.cells);
      if (!rejecting || block.width == 0) {
        block.failure = problem;
        return false;
      }
      block.rejects.add(new Block.Reject(block.rows, problem));
      lines += indexer.problemLines();
      at = indexer.resume();
      return true;
    }

    /// Takes a record of which only cells are wrong that need not be right.
    private void takeBeginning(int right) {
      for (long i = block.cells + right; i < block.cells + block.width; i++) {
        block.starts.segment().setAtIndex(JAVA_INT, i, (int) indexer.resume());
        block.ends.segment().setAtIndex(JAVA_INT, i, (int) indexer.resume());
      }
      block.rows++;
      block.cells += block.width;
      lines += indexer.problemLines();
      at = indexer.resume();
    }

    /// Whether anything was found, or at least passed over.
    boolean isUseful() {
      return block.rows > 0 || !block.rejects.isEmpty() || (at > block.from && !full);
    }

    /// A record may be too long and yet fit a block.
    void endBeforeLongRecord() {
      int most = layout.dialect().mostRecordBytes();
      if (at - block.from <= most) {
        return;
      }
      long cell = 0;
      for (int row = 0; row < block.rows; row++) {
        long next =
            block.width == 0
                ? block.firsts.segment().getAtIndex(JAVA_INT, row + 1L)
                : cell + block.width;
        long begin = block.starts.segment().getAtIndex(JAVA_INT, cell);
        if (block.ends.segment().getAtIndex(JAVA_INT, next - 1) - begin > most) {
          block.failure = tooLong(block, begin, block.line(begin), block.record(row));
          block.rows = row;
          block.cells = cell;
          int rows = row;
          block.rejects.removeIf(reject -> reject.rowsBefore() > rows);
          return;
        }
        cell = next;
      }
    }

    /// Ends the block where the indexer stopped, and keeps what is behind it.
    void finish() {
      if (full) {
        mostCells *= 2; // blocks to come have as many cells
      }
      head.keep(block, at, lines, block.rows + block.rejects.size());
      block.to = at;
    }
  }

  @Override
  public void close() {
    head.close();
  }
}
