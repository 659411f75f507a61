package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.ArrayList;
import java.util.List;

/// A leaf to be read.
///
/// @param node the leaf
/// @param owned inner nodes with a bitmap or offsets that are read from its levels
record LeafPlan(ReadNode node, List<ReadNode> owned) {
  /// The leaves of a batch, in order.
  static List<LeafPlan> of(List<ReadNode> roots) {
    List<LeafPlan> leaves = new ArrayList<>();
    for (ReadNode root : roots) {
      collect(root, new ArrayList<>(), leaves);
    }
    return List.copyOf(leaves);
  }

  /// @param waiting inner nodes above whose first leaf is still to come
  private static void collect(ReadNode node, List<ReadNode> waiting, List<LeafPlan> leaves) {
    if (node.isLeaf()) {
      leaves.add(new LeafPlan(node, List.copyOf(waiting)));
      waiting.clear();
      return;
    }
    if (node.nullable() || node.isList()) {
      waiting.add(node);
    }
    for (ReadNode child : node.children()) {
      collect(child, waiting, leaves);
    }
  }

  /// Whether the levels are no more than the leaf's own bitmap.
  boolean isFlat() {
    return node.leaf().maxRep() == 0 && node.leaf().maxDef() <= 1 && owned.isEmpty();
  }
}
