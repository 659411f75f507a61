package dev.gatun.internal.parquet.filter;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.arrow.TableFilter.Kept;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.Predicate;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Predicates on tables in memory: on their columns, not inside structs.
public final class TablePredicate {
  private TablePredicate() {}

  /// The rows of each part that pass.
  ///
  /// @param bits where the bitmaps go
  /// @throws IllegalArgumentException when a column is not there, is not one that can be compared,
  ///     or a literal does not go with it
  public static List<Kept> select(
      ColumnTable table, Predicate predicate, Execution execution, Region bits) {
    BatchFilter filter =
        BoundPredicate.bind(predicate, nodes(table.schema())).filter(execution.engine());
    List<Kept> kept = new ArrayList<>();
    List<SharedMemory> held = table.retain();
    try {
      for (Part part : table.parts()) {
        execution.checkpoint(kept.size(), table.parts().size());
        MemorySegment selection = bits.allocateZeroed((part.rows() + 7L) / 8);
        long passed =
            filter.select(leaf -> part.columns().get(leaf.index()), part.rows(), selection);
        kept.add(new Kept(selection, Math.toIntExact(passed)));
      }
    } finally {
      held.forEach(SharedMemory::release);
    }
    return kept;
  }

  private static List<ReadNode> nodes(Schema schema) {
    List<ReadNode> nodes = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      nodes.add(node(i, schema.fields().get(i)));
    }
    return nodes;
  }

  /// What is said of a column of a file: null when a level of 1 is missing.
  private static ReadNode node(int index, Field field) {
    LeafColumn leaf =
        new LeafColumn(index, List.of(field.name()), PhysicalType.BYTE_ARRAY, 0, 1, 0);
    boolean list = field.type() instanceof DataType.List || field.type() instanceof DataType.Map;
    List<ReadNode> children =
        field.children().isEmpty()
            ? List.of()
            : List.of(
                new ReadNode(
                    new Field("", new DataType.Null(), true), 0, 0, 1, -1, leaf, List.of()));
    return new ReadNode(field, 0, 0, field.nullable() ? 1 : 0, list ? 1 : -1, leaf, children);
  }
}
