package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.StringLayout;
import java.util.List;

/// The types of text and bytes in the layout that a scan is asked for.
final class StringTypes {
  private StringTypes() {}

  /// A field as it is handed out.
  static Field of(Field field, StringLayout layout) {
    return new Field(
        field.name(),
        type(field, layout),
        field.nullable(),
        field.children().stream().map(child -> of(child, layout)).toList(),
        field.metadata());
  }

  /// A column as it is read: views are made of what is read as offsets.
  static ReadNode read(ReadNode node, StringLayout layout) {
    if (layout != StringLayout.DICTIONARY) {
      return node;
    }
    List<ReadNode> children = node.children().stream().map(child -> read(child, layout)).toList();
    return new ReadNode(
        of(node.field(), layout),
        node.slotRep(),
        node.slotDef(),
        node.validDef(),
        node.elementDef(),
        node.leaf(),
        children);
  }

  private static DataType type(Field field, StringLayout layout) {
    return switch (layout) {
      case OFFSETS -> field.type();
      case DICTIONARY ->
          isBytes(field.type()) && !field.metadata().containsKey("ARROW:extension:name")
              ? new DataType.Dictionary(field.type())
              : field.type();
      case VIEWS ->
          switch (field.type()) {
            case DataType.Utf8 _ -> new DataType.Utf8View();
            case DataType.Binary _ -> new DataType.BinaryView();
            default -> field.type();
          };
    };
  }

  /// Whether values are bytes by offsets.
  static boolean isBytes(DataType type) {
    return type instanceof DataType.Utf8 || type instanceof DataType.Binary;
  }
}
