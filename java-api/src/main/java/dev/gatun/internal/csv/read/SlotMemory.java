package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Puts the results of blocks into memory of a slot's own, which is used again for the next block
/// unless it is given away.
final class SlotMemory implements Slot.Work {
  private final BiFunction<Block, Outputs, BlockResult> conversion;
  private final Supplier<Region> regions;
  private Region region;
  private Outputs outputs;

  /// @param regions makes the memory
  SlotMemory(BiFunction<Block, Outputs, BlockResult> conversion, Supplier<Region> regions) {
    this.conversion = conversion;
    this.regions = regions;
    this.region = regions.get();
    this.outputs = Outputs.reused(new Slab(region));
  }

  @Override
  public BlockResult run(Block block) {
    return conversion.apply(block, outputs);
  }

  @Override
  public Runnable detach() {
    Runnable free = region::close;
    region = regions.get();
    outputs = Outputs.reused(new Slab(region));
    return free;
  }

  @Override
  public void close() {
    region.close();
  }
}
