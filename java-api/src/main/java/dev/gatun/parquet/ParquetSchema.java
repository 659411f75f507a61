package dev.gatun.parquet;

import java.util.List;
import java.util.Optional;

/// A file's schema: the tree, and its leaves in order.
public record ParquetSchema(SchemaNode root, List<ParquetColumn> columns) {
  public ParquetSchema {
    columns = List.copyOf(columns);
  }

  /// The first column with a dotted path. O(columns).
  public Optional<ParquetColumn> column(String path) {
    return columns.stream().filter(column -> column.name().equals(path)).findFirst();
  }
}
