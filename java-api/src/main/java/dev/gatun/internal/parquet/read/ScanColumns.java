package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The leaves of a scan: those of its columns, and behind them those that only its predicate needs.
///
/// @param roots the columns that are handed out
/// @param leaves all leaves to be read
/// @param wanted how many of the leaves belong to the columns
/// @param filtering for each leaf, whether the predicate looks at it
record ScanColumns(List<ReadNode> roots, List<LeafPlan> leaves, int wanted, boolean[] filtering) {

  /// @param all every column of the file
  /// @param tested leaves that the predicate looks at
  static ScanColumns of(List<ReadNode> roots, List<ReadNode> all, List<LeafColumn> tested) {
    List<LeafPlan> leaves = new ArrayList<>(LeafPlan.of(roots));
    int wanted = leaves.size();
    Set<LeafColumn> missing = new HashSet<>(tested);
    leaves.forEach(leaf -> missing.remove(leaf.node().leaf()));
    if (!missing.isEmpty()) {
      for (LeafPlan leaf : LeafPlan.of(all)) {
        if (missing.contains(leaf.node().leaf())) {
          leaves.add(new LeafPlan(leaf.node(), List.of()));
        }
      }
    }
    boolean[] filtering = new boolean[leaves.size()];
    for (int i = 0; i < filtering.length; i++) {
      filtering[i] = tested.contains(leaves.get(i).node().leaf());
    }
    return new ScanColumns(roots, List.copyOf(leaves), wanted, filtering);
  }

  /// Number of a leaf.
  int indexOf(LeafColumn column) {
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).node().leaf().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(column.name());
  }

  /// Whether leaves that the predicate looks at may be read whole while the others are not: not
  /// when one of them lies beside others in a column that is handed out.
  boolean mayBeSparse() {
    for (ReadNode root : roots) {
      if (!root.isLeaf() && tests(root)) {
        return false;
      }
    }
    return true;
  }

  private boolean tests(ReadNode node) {
    return node.isLeaf()
        ? filtering[indexOf(node.leaf())]
        : node.children().stream().anyMatch(this::tests);
  }
}
