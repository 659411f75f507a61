package dev.gatun.parquet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of the schema, a column or a group, as the file has it.
///
/// @param physicalType null of groups
/// @param typeLength bytes of a FIXED_LEN_BYTE_ARRAY, else 0
/// @param logicalType null when there is none
/// @param fieldId number given by the writer, null when there is none
/// @param column index among the columns, -1 of groups
/// @param children of a group, maybe none
public record SchemaNode(
    String name,
    Repetition repetition,
    @Nullable PhysicalType physicalType,
    int typeLength,
    @Nullable LogicalType logicalType,
    @Nullable Integer fieldId,
    int column,
    List<SchemaNode> children) {
  public SchemaNode {
    children = List.copyOf(children);
  }

  /// Whether it is a column.
  public boolean isColumn() {
    return physicalType != null;
  }
}
