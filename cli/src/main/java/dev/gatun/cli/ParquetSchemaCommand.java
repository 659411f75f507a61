package dev.gatun.cli;

import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetSchema;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.SchemaNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `gatun parquet schema`: columns and groups.
@Command(
    name = "schema",
    description = "Columns and groups, with their types. Several files must have one schema.",
    footerHeading = "%nExamples:%n",
    footer = {"  gatun parquet schema trips.parquet", "  gatun parquet schema trips/ --json"})
final class ParquetSchemaCommand extends ParquetMetadataCommand {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("path", "field"),
          new Table.Column("repetition", "repetition"),
          new Table.Column("physical_type", "stored as"),
          new Table.Column("logical_type", "type"),
          new Table.Column("max_definition_level", "max def"),
          new Table.Column("max_repetition_level", "max rep"),
          new Table.Column("field_id", "field id"));

  @Override
  protected long describe(List<Path> files, Report report) {
    try (ParquetDataset dataset = ParquetDataset.of(files)) {
      ParquetSchema schema = dataset.schema();
      Table people = new Table(COLUMNS);
      Table programs = new Table(COLUMNS);
      for (SchemaNode node : schema.root().children()) {
        add(node, "", "", schema, people, programs);
      }
      int columns = schema.columns().size();
      report
          .fact("schema", schema.root().name() + " of " + Units.files(files))
          .fact("columns", Units.count(columns))
          .table("fields", "", people, "")
          .json("fields", programs.json())
          .json("columns", columns);
      return bytesRead(dataset);
    }
  }

  /// Depth first: people see the tree by indentation, programs get paths.
  private static void add(
      SchemaNode node,
      String indent,
      String parent,
      ParquetSchema schema,
      Table people,
      Table programs) {
    String path = parent.isEmpty() ? node.name() : parent + "." + node.name();
    people.add(row(indent + node.name(), node, schema));
    programs.add(row(path, node, schema));
    for (SchemaNode child : node.children()) {
      add(child, indent + "  ", path, schema, people, programs);
    }
  }

  private static @Nullable Object[] row(String name, SchemaNode node, ParquetSchema schema) {
    ParquetColumn column = node.isColumn() ? schema.columns().get(node.column()) : null;
    return new @Nullable Object[] {
      name,
      node.repetition().name().toLowerCase(Locale.ROOT),
      physical(node),
      logical(node.logicalType()),
      column == null ? null : column.maxDefinitionLevel(),
      column == null ? null : column.maxRepetitionLevel(),
      node.fieldId()
    };
  }

  static @Nullable String physical(SchemaNode node) {
    PhysicalType type = node.physicalType();
    return type == PhysicalType.FIXED_LEN_BYTE_ARRAY
        ? type + "(" + node.typeLength() + ")"
        : type == null ? null : type.name();
  }

  static @Nullable String logical(@Nullable LogicalType type) {
    return type == null ? null : type.text();
  }
}
