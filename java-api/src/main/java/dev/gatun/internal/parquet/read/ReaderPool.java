package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The readers of row groups that are done, with their buffers, for those to come. Guarded by the
/// pipeline's lock.
final class ReaderPool implements AutoCloseable {
  private final List<LeafPlan> leaves;
  private final Engine engine;
  private final ScanCounters counters;
  private final boolean verify;
  private final Supplier<Region> memory;
  private final ArrayDeque<Readers> idle = new ArrayDeque<>();
  private final List<Readers> all = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();

  ReaderPool(
      List<LeafPlan> leaves,
      Engine engine,
      ScanCounters counters,
      boolean verify,
      Supplier<Region> memory) {
    this.leaves = leaves;
    this.engine = engine;
    this.counters = counters;
    this.verify = verify;
    this.memory = memory;
  }

  /// Readers for one more row group.
  Readers take() {
    Readers readers = idle.poll();
    return readers != null ? readers : create();
  }

  private Readers create() {
    Region region = memory.get();
    regions.add(region);
    LeafReader[] each = new LeafReader[leaves.size()];
    Slab slab = new Slab(region);
    for (int i = 0; i < each.length; i++) {
      each[i] = LeafReaders.open(leaves.get(i), engine, slab, counters, verify);
    }
    Readers readers = new Readers(each, new SharedBytes(slab, counters.bytesRead()));
    all.add(readers);
    return readers;
  }

  void giveBack(Readers readers) {
    idle.add(readers);
  }

  @Override
  public void close() {
    for (Readers readers : all) {
      for (LeafReader reader : readers.leaves()) {
        reader.close();
      }
    }
    regions.forEach(Region::close);
  }
}
