package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import java.util.List;

/// Whether two files have one schema: the same columns of the same types in the same order.
public final class SchemaCheck {
  private SchemaCheck() {}

  /// @throws ParquetFormatException that names the first column of `other` that differs
  public static void check(Footer first, Footer other) {
    List<ParquetColumn> expected = first.schema().columns();
    List<ParquetColumn> found = other.schema().columns();
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (!describe(found.get(i)).equals(describe(expected.get(i)))) {
        throw new ParquetFormatException(
            Place.in(other.file()).column(found.get(i).name()),
            "it is %s, where %s has %s"
                .formatted(describe(found.get(i)), first.file(), describe(expected.get(i))));
      }
    }
    if (found.size() > expected.size()) {
      throw new ParquetFormatException(
          Place.in(other.file()).column(found.get(expected.size()).name()),
          "is not in " + first.file());
    }
    if (found.size() < expected.size()) {
      throw new ParquetFormatException(
          Place.in(other.file()).column(expected.get(found.size()).name()),
          "is missing, though it is in " + first.file());
    }
  }

  /// Checks what [#check] does not see: that groups are nested and may be null alike.
  ///
  /// @throws ParquetFormatException that names a column of `other` that differs
  public static void checkTree(Footer first, Footer other) {
    if (first != other) {
      check(first, first.nodes(), other, other.nodes());
    }
  }

  private static void check(
      Footer first, List<ReadNode> expected, Footer other, List<ReadNode> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (!levels(expected.get(i)).equals(levels(found.get(i)))) {
        throw new ParquetFormatException(
            Place.in(other.file()).column(found.get(i).leaf().name()),
            "lies in other groups than in " + first.file());
      }
      check(first, expected.get(i).children(), other, found.get(i).children());
    }
  }

  private static List<Object> levels(ReadNode node) {
    return List.of(
        node.slotRep(),
        node.slotDef(),
        node.validDef(),
        node.elementDef(),
        node.children().size(),
        node.field().name(),
        node.field().type());
  }

  private static String describe(ParquetColumn column) {
    return "%s %s%s%s of levels %d and %d"
        .formatted(
            column.name(),
            column.physicalType(),
            column.node().typeLength() == 0 ? "" : "(" + column.node().typeLength() + ")",
            column.logicalType() == null ? "" : " " + column.logicalType().text(),
            column.maxDefinitionLevel(),
            column.maxRepetitionLevel());
  }
}
