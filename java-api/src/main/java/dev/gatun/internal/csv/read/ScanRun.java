package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvMetrics;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One run over the texts: its call, its memory, its counters.
final class ScanRun implements AutoCloseable {
  private final Execution execution;
  private final Region region;
  private final Slab slab;
  private final LongAdder rows = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private volatile LongSupplier consumed = () -> 0;
  private long size;

  ScanRun(Execution execution) {
    this.execution = execution;
    this.region = execution.ownRegion();
    this.slab = new Slab(region);
  }

  Execution execution() {
    return execution;
  }

  /// Memory that is freed at the end of the run. Thread-safe.
  Slab slab() {
    return slab;
  }

  /// The same memory.
  Region region() {
    return region;
  }

  /// Blocks of the texts, made something of.
  ///
  /// @param works makes what a slot does with its blocks
  BlockPipeline pipeline(Intake intake, Supplier<Slot.Work> works) {
    int threads = execution.threadsFor(Long.MAX_VALUE, 1);
    return new BlockPipeline(
        intake,
        () -> new Slot(new Block(slab), works.get()),
        threads + 2,
        threads - 1,
        execution::cancelled);
  }

  /// Says how far the reading is.
  ///
  /// @param stored bytes in all, 0 when not known
  void progress(LongSupplier read, long stored) {
    consumed = read;
    size = stored;
  }

  /// Ends the run if it was cancelled, and reports progress.
  void checkpoint() {
    execution.checkpoint(consumed.getAsLong(), size);
  }

  void count(BlockResult result) {
    rows.add(result.rows());
    rejected.add(result.rejects().size());
    bytes.add(result.bytes());
  }

  CsvMetrics metrics() {
    return new CsvMetrics(rows.sum(), rejected.sum(), bytes.sum(), consumed.getAsLong());
  }

  @Override
  public void close() {
    region.close();
    execution.close();
  }
}
