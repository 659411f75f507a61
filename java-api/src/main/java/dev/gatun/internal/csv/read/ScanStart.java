package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvLayout;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvTable;
import dev.gatun.csv.LateTypes;

/// A scan that is about to run: the texts, and the place in the first one.
final class ScanStart implements AutoCloseable {
  private final ScanSettings settings;
  private final ScanRun run;
  private final Engine engine;
  private final Texts texts;
  private final Head head;
  private boolean over;

  /// @param twice whether a stream may have to be read again
  ScanStart(ScanSettings settings, ScanRun run, boolean twice) {
    this.settings = settings;
    this.run = run;
    this.engine = run.execution().engine();
    boolean retain = twice && settings.lateTypes == LateTypes.WIDEN && !settings.strings;
    this.texts = Texts.of(settings, retain ? run::region : null);
    this.head = open();
    run.progress(head::consumed, texts.size());
  }

  /// Bytes of text of a block where nothing is known of the width of records.
  private int blockBytes() {
    return settings.batchBytes == 0 ? TableRun.BLOCK_BYTES : settings.batchBytes;
  }

  /// A place at the beginning of the first text.
  Head open() {
    Head place =
        new Head(
            settings.dialect.skipLines(),
            settings.dialect.mostRecordBytes(),
            Math.max(blockBytes(), 1 << 16),
            engine,
            run.slab());
    try {
      place.open(texts.first());
      return place;
    } catch (RuntimeException | Error e) {
      place.close();
      throw e;
    }
  }

  /// See [Scan#inspect].
  CsvLayout inspect() {
    return run.execution().completed(table().inspect(head));
  }

  /// See [Scan#open].
  CsvReader open(long limit) {
    TableRun table = table();
    table.findTypes(head);
    return reader(table.pipeline(head), table, limit);
  }

  /// See [Scan#read].
  CsvTable read() {
    TableRun table = table();
    return new TableReading(table, settings.mostRejects, settings.limit).read(head);
  }

  private CsvReader reader(BlockPipeline pipeline, TableRun table, long limit) {
    over = true;
    return new ScanReader(
        table.columns().schema(),
        table.layout().dialect(),
        run,
        pipeline,
        new RejectList(Math.max(settings.mostRejects, 0)),
        limit);
  }

  /// See [Scan#records].
  CsvReader records() {
    Layout layout = new Opening(settings, head, engine).records();
    Intake intake =
        new Intake(
            texts.inputs(), layout, head, blockBytes(), false, Intake.RecordCheck.NONE, engine);
    BlockPipeline pipeline =
        run.pipeline(
            intake,
            () -> {
              RecordConverter converter = new RecordConverter(layout, engine, run.slab());
              return new SlotMemory(converter::convert, run.execution()::ownRegion);
            });
    over = true;
    return new ScanReader(
        RecordConverter.schema(),
        layout.dialect(),
        run,
        pipeline,
        new RejectList(0),
        settings.limit);
  }

  private TableRun table() {
    Layout layout = new Opening(settings, head, engine).table();
    if (layout.names().isEmpty()) {
      requireNone(layout);
    }
    return new TableRun(settings, run, texts, layout, this::open);
  }

  /// There is no first record: because there is none, or because it is wrong.
  private void requireNone(Layout layout) {
    Block block = new Block(run.slab());
    Intake intake =
        new Intake(
            texts.inputs().subList(0, 1),
            layout,
            head,
            TableRun.BLOCK_BYTES,
            false,
            Intake.RecordCheck.NONE,
            engine);
    if (intake.fill(block) && block.failure != null) {
      throw new CsvException(block.failure);
    }
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      head.close();
      run.close();
    }
  }
}
