package dev.gatun.parquet;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A leaf of the schema.
///
/// @param index number among the leaves, from 0
/// @param path names from the root, the root left out
/// @param node type and annotations
/// @param maxDefinitionLevel optional and repeated fields on the path, 0 .. 255
/// @param maxRepetitionLevel repeated fields on the path, 0 .. 255
public record ParquetColumn(
    int index, List<String> path, SchemaNode node, int maxDefinitionLevel, int maxRepetitionLevel) {
  public ParquetColumn {
    path = List.copyOf(path);
  }

  /// The path with dots.
  public String name() {
    return String.join(".", path);
  }

  /// How it is stored.
  public PhysicalType physicalType() {
    return Objects.requireNonNull(node.physicalType());
  }

  /// What it means, null when there is no annotation.
  public @Nullable LogicalType logicalType() {
    return node.logicalType();
  }
}
