package dev.gatun.internal.parquet.schema;

import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.Repetition;
import dev.gatun.parquet.SchemaNode;
import java.util.List;

/// The ways in which writers have written lists and maps.
final class ListForms {
  private ListForms() {}

  /// Whether a group is a list: annotated, around one repeated field. A map without values is a
  /// list of its keys.
  static boolean isList(SchemaNode group) {
    return isAnnotatedAsList(group) && hasRepeatedChild(group)
        || isAnnotatedAsMap(group) && hasRepeatedGroup(group, 1);
  }

  /// Whether a group is a map: annotated, around a repeated group of key and value.
  static boolean isMap(SchemaNode group) {
    return isAnnotatedAsMap(group) && hasRepeatedGroup(group, 2);
  }

  private static boolean isAnnotatedAsList(SchemaNode node) {
    return node.logicalType() instanceof LogicalType.ListType;
  }

  private static boolean isAnnotatedAsMap(SchemaNode node) {
    return node.logicalType() instanceof LogicalType.MapType
        || node.logicalType() instanceof LogicalType.MapKeyValueType;
  }

  private static boolean hasRepeatedChild(SchemaNode group) {
    return group.children().size() == 1
        && group.children().getFirst().repetition() == Repetition.REPEATED;
  }

  private static boolean hasRepeatedGroup(SchemaNode group, int children) {
    return hasRepeatedChild(group)
        && group.children().getFirst().children().size() == children
        && group.children().getFirst().children().stream().allMatch(ListForms::hasColumns);
  }

  /// Whether there is a column in a part of the schema.
  static boolean hasColumns(SchemaNode node) {
    return node.isColumn() || node.children().stream().anyMatch(ListForms::hasColumns);
  }

  /// Whether the repeated field of a list is the element itself (lists of two levels) and not a
  /// group around it (lists of three).
  static boolean isElement(SchemaNode repeated) {
    List<SchemaNode> children = repeated.children();
    return children.size() != 1
        || children.getFirst().repetition() == Repetition.REPEATED
        || isList(repeated)
        || isMap(repeated)
        || repeated.name().equals("array")
        || repeated.name().endsWith("_tuple");
  }
}
