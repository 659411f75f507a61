package dev.gatun.internal.parquet.schema;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetSchema;
import dev.gatun.parquet.Repetition;
import dev.gatun.parquet.SchemaNode;
import java.util.List;
import java.util.Map;

/// From a Parquet schema to Arrow fields and the levels they are read from. Lists and maps of all
/// ages are known (Parquet format, LogicalTypes.md, "Nested Types" with its rules for backward
/// compatibility); a group that is annotated as one and does not look like one is a struct.
public final class SchemaMapper {
  private final List<LeafColumn> leaves;

  private SchemaMapper(List<LeafColumn> leaves) {
    this.leaves = leaves;
  }

  /// Levels above a node: of the nearest repeated ancestor, and of the parent itself.
  private record Levels(int slotRep, int slotDef, int def) {
    static final Levels TOP = new Levels(0, 0, 0);

    /// Of a child that may be null.
    Levels optional() {
      return new Levels(slotRep, slotDef, def + 1);
    }

    /// Of what a repeated child repeats.
    Levels repeated() {
      return new Levels(slotRep + 1, def + 1, def + 1);
    }

    Levels enter(SchemaNode node) {
      return node.repetition() == Repetition.OPTIONAL ? optional() : this;
    }
  }

  /// The columns of a file, in order.
  ///
  /// Groups without columns are left out: nothing in the file says where they are null.
  public static List<ReadNode> map(ParquetSchema schema) {
    SchemaMapper mapper = new SchemaMapper(leaves(schema));
    return mapper.fields(schema.root(), Levels.TOP);
  }

  /// The columns as the page decoders see them.
  public static List<LeafColumn> leaves(ParquetSchema schema) {
    return schema.columns().stream().map(SchemaMapper::leaf).toList();
  }

  private static LeafColumn leaf(ParquetColumn column) {
    return new LeafColumn(
        column.index(),
        column.path(),
        column.physicalType(),
        column.node().typeLength(),
        column.maxDefinitionLevel(),
        column.maxRepetitionLevel());
  }

  private List<ReadNode> fields(SchemaNode group, Levels levels) {
    return group.children().stream()
        .filter(ListForms::hasColumns)
        .map(child -> field(child, child.name(), levels))
        .toList();
  }

  /// A field as it stands in a group.
  private ReadNode field(SchemaNode node, String name, Levels above) {
    if (node.repetition() != Repetition.REPEATED) {
      return value(node, name, above.enter(node));
    }
    // Repeated without a list around it: a list that is never null, of elements that never are.
    ReadNode element = value(node, "element", above.repeated());
    return list(name, false, above, element);
  }

  /// What a field is, apart from being repeated.
  ///
  /// @param levels with the field's own optionality in them
  private ReadNode value(SchemaNode node, String name, Levels levels) {
    if (node.isColumn()) {
      return column(node, name, levels);
    }
    if (ListForms.isList(node)) {
      return list(name, isOptional(node), levels, element(node.children().getFirst(), levels));
    }
    if (ListForms.isMap(node)) {
      return map(node, name, levels);
    }
    return struct(node, name, levels);
  }

  private static boolean isOptional(SchemaNode node) {
    return node.repetition() == Repetition.OPTIONAL;
  }

  private ReadNode element(SchemaNode repeated, Levels list) {
    Levels levels = list.repeated();
    return ListForms.isElement(repeated)
        ? value(repeated, "element", levels)
        : field(repeated.children().getFirst(), "element", levels);
  }

  private static ReadNode list(String name, boolean optional, Levels levels, ReadNode element) {
    Field field =
        new Field(name, new DataType.List(), optional, List.of(element.field()), Map.of());
    return node(field, levels, levels.def() + 1, List.of(element));
  }

  private ReadNode map(SchemaNode node, String name, Levels levels) {
    SchemaNode pair = node.children().getFirst();
    Levels inside = levels.repeated();
    ReadNode key = field(pair.children().get(0), "key", inside);
    ReadNode value = field(pair.children().get(1), "value", inside);
    List<ReadNode> parts = List.of(key, value);
    Field entries = new Field("entries", new DataType.Struct(), false, fields(parts), Map.of());
    Field field = new Field(name, new DataType.Map(), isOptional(node), List.of(entries), Map.of());
    return node(field, levels, levels.def() + 1, List.of(node(entries, inside, -1, parts)));
  }

  private ReadNode struct(SchemaNode node, String name, Levels levels) {
    List<ReadNode> children = fields(node, levels);
    LogicalType logical = node.logicalType();
    Map<String, String> metadata =
        logical instanceof LogicalType.VariantType
            ? Map.of("parquet.logical", ArrowTypes.nameOf(logical))
            : Map.of();
    Field field =
        new Field(name, new DataType.Struct(), isOptional(node), fields(children), metadata);
    return node(field, levels, -1, children);
  }

  private static List<Field> fields(List<ReadNode> nodes) {
    return nodes.stream().map(ReadNode::field).toList();
  }

  private static ReadNode node(
      Field field, Levels levels, int elementDef, List<ReadNode> children) {
    return new ReadNode(
        field,
        levels.slotRep(),
        levels.slotDef(),
        levels.def(),
        elementDef,
        children.getFirst().leaf(),
        children);
  }

  private ReadNode column(SchemaNode node, String name, Levels levels) {
    LeafColumn leaf = leaves.get(node.column());
    ArrowTypes.Mapped mapped = ArrowTypes.of(node);
    Field field = new Field(name, mapped.type(), isOptional(node), List.of(), mapped.metadata());
    return new ReadNode(
        field, levels.slotRep(), levels.slotDef(), levels.def(), -1, leaf, List.of());
  }
}
