package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.Field;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.StringLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The leaves of a scan: those of its columns, and behind them those that only its predicate needs.
///
/// @param roots the columns that are handed out, as they are read
/// @param strings the layout in which they are handed out
/// @param leaves all leaves to be read
/// @param wanted how many of the leaves belong to the columns
/// @param filtering for each leaf, whether the predicate looks at it
record ScanColumns(
    List<ReadNode> roots,
    StringLayout strings,
    List<LeafPlan> leaves,
    int wanted,
    boolean[] filtering) {

  /// @param selected the columns that are handed out
  /// @param all every column of the file
  /// @param tested leaves that the predicate looks at
  static ScanColumns of(
      List<ReadNode> selected, StringLayout strings, List<ReadNode> all, List<LeafColumn> tested) {
    List<ReadNode> roots = selected.stream().map(root -> StringTypes.read(root, strings)).toList();
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
    return new ScanColumns(roots, strings, List.copyOf(leaves), wanted, filtering);
  }

  /// The fields of the columns that are handed out.
  List<Field> fields() {
    return roots.stream().map(root -> StringTypes.of(root.field(), strings)).toList();
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
