package dev.gatun.internal.graphio;

import dev.gatun.internal.csv.read.Block;
import dev.gatun.internal.csv.read.BlockScan;
import dev.gatun.internal.kernel.CsvCells;
import org.jspecify.annotations.Nullable;

/// The edges of a block.
///
/// @param <C> what ids are converted to
final class EdgeBlock<C extends IdColumns> implements BlockScan.Work {
  private final C ids;
  private final @Nullable WeightColumn weights;
  private int right;

  EdgeBlock(C ids, @Nullable WeightColumn weights) {
    this.ids = ids;
    this.weights = weights;
  }

  @Override
  public void run(Block block) {
    CsvCells cells = block.cells();
    right = ids.convert(cells);
    if (weights != null) {
      right = Math.min(right, weights.convert(cells));
    }
  }

  /// The ids.
  C ids() {
    return ids;
  }

  /// The weights, if edges have some.
  @Nullable WeightColumn weights() {
    return weights;
  }

  /// Rows before the first one that was not found right.
  int right() {
    return right;
  }
}
