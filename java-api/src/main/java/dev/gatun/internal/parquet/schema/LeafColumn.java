package dev.gatun.internal.parquet.schema;

import dev.gatun.parquet.PhysicalType;
import java.util.List;

/// A leaf of the schema: a column as it lies in the file.
///
/// @param index number among the leaves, from 0
/// @param path names from the root, the root left out
/// @param typeLength bytes of a FIXED_LEN_BYTE_ARRAY, else 0
/// @param maxDef greatest definition level, 0 .. 255
/// @param maxRep greatest repetition level, 0 .. 255
public record LeafColumn(
    int index, List<String> path, PhysicalType type, int typeLength, int maxDef, int maxRep) {
  public LeafColumn {
    path = List.copyOf(path);
  }

  /// The path with dots.
  public String name() {
    return String.join(".", path);
  }
}
