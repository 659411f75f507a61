package dev.gatun.internal.csv.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which cells of a record are converted, and to what.
///
/// @param names of all cells
/// @param wanted cells that are handed out, in that order
/// @param types of all cells
record ScanColumns(List<String> names, int[] wanted, TypeBoard types) {

  /// The field of a cell with the type it has now.
  Field field(int cell) {
    return field(cell, types.type(cell));
  }

  /// The field of a cell with this type.
  Field field(int cell, DataType type) {
    return new Field(names.get(cell), type, true);
  }

  /// The columns handed out, with the types they have now.
  Schema schema() {
    List<Field> fields = new ArrayList<>();
    for (int cell : wanted) {
      fields.add(field(cell));
    }
    return new Schema(fields, Map.of());
  }
}
