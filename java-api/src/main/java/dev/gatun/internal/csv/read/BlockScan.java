package dev.gatun.internal.csv.read;

import dev.gatun.CancellationToken;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.internal.csv.read.Intake.RecordCheck;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.io.TextInput;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The records of a text whose lines are those of an edge list, block by block, for a reader that
/// makes something else of them than columns. First the beginning of the text can be looked at and
/// passed over, then come the blocks.
public final class BlockScan implements AutoCloseable {
  /// From so many bytes on, a further thread is worth its while.
  private static final long BYTES_PER_THREAD = 1 << 20;

  private final TextInput input;
  private final int blockBytes;
  private final int mostLineBytes;
  private final Execution execution;
  private final Region region;
  private final Slab slab;
  private final Head head;
  private @Nullable BlockPipeline pipeline;
  private CancellationToken.Registration registration = () -> {};

  /// What is made of blocks, in memory of its own that is used again. For one thread at a time.
  @FunctionalInterface
  public interface Work {
    /// Called on any thread.
    void run(Block block);
  }

  /// @param blockBytes about how long blocks are
  /// @param mostLineBytes most bytes of a line
  public BlockScan(TextInput input, int blockBytes, int mostLineBytes, Execution execution) {
    this.input = input;
    this.blockBytes = blockBytes;
    this.mostLineBytes = mostLineBytes;
    this.execution = execution;
    this.region = execution.ownRegion();
    this.slab = new Slab(region);
    this.head = new Head(0, mostLineBytes, blockBytes, execution.engine(), slab);
    try {
      head.open(input);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /// Name of the text.
  public String name() {
    return input.name();
  }

  /// Memory that is freed at the end of the scan. Thread-safe.
  public Slab memory() {
    return slab;
  }

  /// What was read and not passed over.
  public MemorySegment ahead() {
    return head.text().asSlice(head.from(), head.to() - head.from());
  }

  /// Makes [#ahead] longer.
  ///
  /// @return false at the end of the text
  public boolean lookFurther() {
    return head.readMore();
  }

  /// Passes over the first bytes of [#ahead].
  ///
  /// @param lines line ends in them
  public void pass(long bytes, long lines) {
    head.skip(bytes, lines);
  }

  /// Line of the next byte that belongs to no block, from 1.
  public long line() {
    return head.line();
  }

  /// Offset of that byte in the text.
  public long offset() {
    return head.offset();
  }

  /// Begins to read blocks; once.
  ///
  /// @param delimiter a blank stands for runs of blanks and tabs
  /// @param width cells of a record; those a line lacks are empty
  /// @param needed cells that a line must have and that must be right, the first ones; others are
  ///     ignored
  /// @param exact whether there may be no others, but for an empty one
  /// @param works makes what blocks go to, called on any thread
  public <W extends Work> Blocks<W> start(
      char delimiter, int width, int needed, boolean exact, Supplier<W> works) {
    CsvDialect dialect =
        CsvDialect.rfc4180()
            .delimiter(delimiter)
            .strayQuotes(true)
            .trim(true)
            .mergeDelimiters(delimiter == ' ')
            .ragged(exact ? CsvDialect.Ragged.PAD : CsvDialect.Ragged.TRUNCATE)
            .mostRecordBytes(mostLineBytes);
    Layout layout =
        new Layout(
            dialect,
            CsvFormats.defaults(),
            Collections.nCopies(width, ""),
            exact ? Integer.MAX_VALUE : needed);
    Intake intake =
        new Intake(
            List.of(input), layout, head, blockBytes, false, RecordCheck.NONE, execution.engine());
    long size = input.size() == 0 ? Long.MAX_VALUE : input.size();
    int threads = execution.threadsFor(size, BYTES_PER_THREAD);
    BlockPipeline started =
        new BlockPipeline(
            intake,
            () -> new Slot(new Block(slab), new Task<>(works.get())),
            threads + 2,
            threads - 1,
            execution::cancelled);
    pipeline = started;
    CancellationToken token = execution.cancellation();
    if (token != null) {
      registration = token.onCancel(started::stop);
    }
    return new Blocks<>(started, execution);
  }

  /// The blocks of a scan, one after the other.
  ///
  /// @param <W> what is made of them
  public static final class Blocks<W extends Work> {
    private final BlockPipeline pipeline;
    private final Execution execution;
    private @Nullable Slot slot;

    private Blocks(BlockPipeline pipeline, Execution execution) {
      this.pipeline = pipeline;
      this.execution = execution;
    }

    /// What was made of the next block; null behind the last one. The one before is used again.
    public @Nullable W next() {
      if (slot != null) {
        pipeline.recycle(slot);
        slot = null;
      }
      slot = pipeline.next();
      return slot == null ? null : work(slot);
    }

    @SuppressWarnings("unchecked") // all slots have tasks of this scan
    private W work(Slot taken) {
      return ((Task<W>) taken.work()).work;
    }

    /// The block of the last [#next].
    public Block block() {
      if (slot == null) {
        throw new IllegalStateException("no block");
      }
      return slot.block;
    }
  }

  /// Work as a pipeline sees it.
  private record Task<W extends Work>(W work) implements Slot.Work {
    @Override
    public BlockResult run(Block block) {
      work.run(block);
      return new BlockResult(List.of(), block.rows, List.of(), null, null, block.bytes());
    }

    @Override
    public Runnable detach() {
      throw new IllegalStateException("the result is not the slot's");
    }

    @Override
    public void close() {
      // Nothing to free.
    }
  }

  @Override
  public void close() {
    registration.close();
    if (pipeline != null) {
      pipeline.close();
    }
    head.close();
    region.close();
  }
}
