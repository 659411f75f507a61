package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.LateTypes;
import dev.gatun.internal.csv.read.Conversions.Converted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvCells;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The columns of a scan and their types, and passes over its texts.
final class TableRun {
  /// Bytes of text of a block: it, its cells and its columns stay in the L2 cache, or nearly.
  static final int BLOCK_BYTES = 512 << 10;

  private static final int MOST_BLOCK_BYTES = 8 << 20;

  /// Bytes of text of a block for each cell of a record: so that a call for a column has a
  /// hundred rows and more.
  private static final int BYTES_PER_COLUMN = 1024;

  private final ScanSettings settings;
  private final ScanRun run;
  private final Engine engine;
  private final Texts texts;
  private final Layout layout;
  private final ScanColumns columns;
  private final TypeBoard types;
  private final Supplier<Head> beginning;
  private final boolean rejecting;

  /// @param beginning opens the texts again
  TableRun(
      ScanSettings settings, ScanRun run, Texts texts, Layout layout, Supplier<Head> beginning) {
    this.settings = settings;
    this.run = run;
    this.engine = run.execution().engine();
    this.texts = texts;
    this.layout = layout;
    this.beginning = beginning;
    this.rejecting = settings.mostRejects != ScanSettings.NO_REJECTS;
    this.types =
        new TypeBoard(given(), settings.dictionaries ? FoundTypes.DICTIONARY : FoundTypes.STRING);
    this.columns = new ScanColumns(layout.names(), wanted(), types);
  }

  ScanRun run() {
    return run;
  }

  Layout layout() {
    return layout;
  }

  ScanColumns columns() {
    return columns;
  }

  boolean isWidening() {
    return settings.lateTypes == LateTypes.WIDEN && texts.areReadableAgain();
  }

  /// Types that were asked for; null where they are to be found out.
  private @Nullable DataType[] given() {
    List<String> names = layout.names();
    @Nullable DataType[] given = new DataType[names.size()];
    if (settings.strings) {
      Arrays.fill(given, settings.dictionaries ? FoundTypes.DICTIONARY : FoundTypes.STRING);
    }
    if (settings.schema != null) {
      for (int i = 0; i < given.length; i++) {
        given[i] = settings.schema.fields().get(i).type();
      }
    }
    settings.types.forEach((name, type) -> given[index(name)] = type);
    return given;
  }

  private int[] wanted() {
    return settings.columns.isEmpty()
        ? IntStream.range(0, layout.width()).toArray()
        : settings.columns.stream().mapToInt(this::index).toArray();
  }

  private int index(String name) {
    int index = layout.names().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          texts.first().name()
              + " has no column \""
              + name
              + "\"; it has "
              + String.join(", ", layout.names()));
    }
    return index;
  }

  private int blockBytes() {
    return settings.batchBytes != 0 ? settings.batchBytes : sampleBytes();
  }

  /// Bytes of text that types are found out from at first: not those of a batch, so that results do
  /// not depend on these.
  private int sampleBytes() {
    long wide = (long) layout.width() * BYTES_PER_COLUMN;
    return Math.clamp(wide, BLOCK_BYTES, MOST_BLOCK_BYTES);
  }

  private Intake intake(Head head, int bytes) {
    return new Intake(texts.inputs(), layout, head, bytes, rejecting, new EarlierCells(), engine);
  }

  /// A converter for one slot.
  ///
  /// @param widening whether types that are found out may change
  BlockConverter converter(boolean widening) {
    return new BlockConverter(
        columns, layout, rejecting, widening, layout.mayBeMalformed(), engine, run.slab());
  }

  /// What the beginning shows; nothing is passed over.
  CsvLayout inspect(Head head) {
    Block block = new Block(run.slab());
    boolean complete = sample(head, block);
    return new CsvLayout(layout.dialect(), columns.schema(), block.rows, block.bytes(), complete);
  }

  /// Finds out types from the beginning; nothing is passed over.
  ///
  /// @return whether that is the whole text
  boolean sample(Head head) {
    return sample(head, new Block(run.slab()));
  }

  private boolean sample(Head head, Block block) {
    boolean complete = intake(head, sampleBytes()).peek(block) && texts.inputs().size() == 1;
    converter(true).look(block, Outputs.reused(new Slab(run.region())));
    return complete;
  }

  /// Finds out types, for a scan that cannot change them later: from the beginning, or from
  /// everything when that is asked for and can be done.
  void findTypes(Head head) {
    boolean complete = sample(head);
    if (!complete && isWidening() && types.hasOpen()) {
      lookThrough();
    }
  }

  /// Finds out types from everything. What is wrong with a record is left to whoever reads it.
  private void lookThrough() {
    try (BlockPipeline pipeline =
        pass(
            () -> {
              BlockConverter converter = converter(true);
              Outputs outputs = Outputs.reused(run.slab());
              return block -> converter.look(block, outputs);
            })) {
      for (Slot slot = pipeline.next(); slot != null && types.hasOpen(); slot = pipeline.next()) {
        run.checkpoint();
        pipeline.recycle(slot);
      }
    }
  }

  /// The blocks of a scan whose types are settled, in memory that is used again.
  BlockPipeline pipeline(Head head) {
    return run.pipeline(
        intake(head, blockBytes()),
        () -> {
          BlockConverter converter = converter(false);
          return new SlotMemory(converter::convert, run.execution()::ownRegion);
        });
  }

  /// A pass from the place on.
  ///
  /// @param conversions makes what a slot does with its blocks; results are not the slot's
  BlockPipeline pass(Head head, Supplier<Function<Block, BlockResult>> conversions) {
    return run.pipeline(intake(head, blockBytes()), () -> Slot.Work.of(conversions.get()));
  }

  /// A pass over the texts from the beginning: the same blocks as before.
  BlockPipeline pass(Supplier<Function<Block, BlockResult>> conversions) {
    Head head = beginning.get();
    if (layout.hasHeader()) {
      head.peekRecord(layout.grammar());
      head.skipPeeked();
    }
    return pass(head, conversions);
  }

  /// Looks whether cells before one that is wrong do not convert: then the first of them is what is
  /// wrong with the record.
  private final class EarlierCells implements Intake.RecordCheck {
    private final Outputs outputs = Outputs.reused(run.slab());
    private final Tallies tallies = new Tallies(engine);
    private @Nullable Conversions made;

    /// Most scans never need them.
    private Conversions conversions() {
      Conversions conversions = made;
      if (conversions == null) {
        conversions = new Conversions(layout, tallies, run.slab());
        made = conversions;
      }
      return conversions;
    }

    @Override
    public @Nullable CsvProblem firstWrong(
        CsvCells record, int cells, Block block, long line, long number) {
      try {
        return firstMisfit(record, cells, block, line, number);
      } finally {
        tallies.flush();
      }
    }

    private @Nullable CsvProblem firstMisfit(
        CsvCells record, int cells, Block block, long line, long number) {
      for (int cell = 0; cell < cells; cell++) {
        if (!isFixed(cell)) {
          continue;
        }
        Converted converted =
            conversions()
                .convert(record, cell, columns.field(cell), types.isFound(cell), 0, outputs, null);
        if (converted.misfits() > 0) {
          return Findings.misfit(columns, block, record, cell, line, number);
        }
      }
      return null;
    }

    private boolean isFixed(int cell) {
      boolean asked = Arrays.stream(columns.wanted()).anyMatch(wanted -> wanted == cell);
      return asked && !(types.isFound(cell) && isWidening());
    }
  }

  /// Fails for the first thing that is wrong.
  static void require(@Nullable CsvProblem failure) {
    if (failure != null) {
      throw new CsvException(failure);
    }
  }
}
