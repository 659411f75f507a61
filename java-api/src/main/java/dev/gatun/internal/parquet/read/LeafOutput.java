package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.ArrayList;
import java.util.List;

/// What one leaf of a batch is read into: its own buffers, and those of the inner nodes that are
/// read from its levels.
final class LeafOutput {
  /// An inner node and its buffers.
  record Inner(ReadNode node, LeafTarget target) {}

  private final LeafTarget leaf;
  private final List<Inner> inner = new ArrayList<>();

  /// @param owned inner nodes that are read from this leaf's levels
  LeafOutput(List<ReadNode> owned, Slab slab) {
    leaf = new LeafTarget(slab);
    owned.forEach(node -> inner.add(new Inner(node, new LeafTarget(slab))));
  }

  LeafTarget leaf() {
    return leaf;
  }

  List<Inner> inner() {
    return inner;
  }

  /// Empties it for the next batch.
  void reset() {
    leaf.reset();
    inner.forEach(each -> each.target().reset());
  }
}
