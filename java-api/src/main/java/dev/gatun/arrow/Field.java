package dev.gatun.arrow;

import java.util.List;
import java.util.Map;

/// A column's or child's name, type and nullness.
///
/// @param children of a struct: its fields; of a list: its element; of a map: the struct of key and
///     value; else empty
/// @param metadata annotations that the type does not carry, such as `ARROW:extension:name`
public record Field(
    String name,
    DataType type,
    boolean nullable,
    List<Field> children,
    Map<String, String> metadata) {
  public Field {
    children = List.copyOf(children);
    metadata = Map.copyOf(metadata);
  }

  /// A field without children and annotations.
  public Field(String name, DataType type, boolean nullable) {
    this(name, type, nullable, List.of(), Map.of());
  }
}
