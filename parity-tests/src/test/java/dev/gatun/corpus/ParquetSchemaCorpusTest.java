package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.DataType;
import dev.gatun.corpus.ParquetManifest.Expect;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.internal.parquet.schema.SchemaMapper;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetException;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetMetadata;
import dev.gatun.parquet.ParquetSchema;
import dev.gatun.parquet.RowGroup;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the footers of the reference files say, on both engines; and that broken ones end in the
/// library's own exceptions.
class ParquetSchemaCorpusTest {

  @TestFactory
  Stream<DynamicTest> metadataIsWhatTheManifestSays() {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                ParquetManifest.all().stream()
                    .filter(file -> file.expect() == Expect.MATCH)
                    .map(file -> Named.test(file + ", " + setup, () -> compare(file, setup))));
  }

  @TestFactory
  Stream<DynamicTest> brokenFilesEndInOurExceptions() {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                ParquetManifest.all().stream()
                    .filter(file -> file.expect() != Expect.MATCH)
                    .map(file -> Named.test(file + ", " + setup, () -> readAll(file, setup))));
  }

  private static void readAll(ParquetManifest manifest, Setup setup) {
    try (ParquetFile file = ParquetFile.open(manifest.file(), setup.options())) {
      figures(file.metadata());
      SchemaMapper.map(file.schema());
    } catch (ParquetException e) {
      assertEquals(1, String.valueOf(e.getMessage()).lines().count());
      assertEquals(manifest.file().toString(), e.file());
    }
  }

  private static void compare(ParquetManifest manifest, Setup setup) {
    try (ParquetFile file = ParquetFile.open(manifest.file(), setup.options())) {
      ParquetMetadata metadata = file.metadata();
      Map<String, Object> record = manifest.record();
      Map<String, Object> expected = new LinkedHashMap<>();
      for (String name : List.of("rows", "rowGroups", "codecs", "encodings", "createdBy")) {
        Object value = record.get(name);
        expected.put(name, value instanceof Number number ? number.longValue() : value);
      }
      assertEquals(expected, figures(metadata));
      assertEquals(
          manifest.leaves().stream().map(ParquetSchemaCorpusTest::leaf).toList(),
          metadata.schema().columns().stream().map(ParquetSchemaCorpusTest::leaf).toList());
      List<String> nodes = new ArrayList<>();
      SchemaMapper.map(metadata.schema())
          .forEach(node -> addNodes(node.field().name(), node, metadata.schema(), nodes));
      assertEquals(manifest.nodes().stream().map(ParquetSchemaCorpusTest::node).toList(), nodes);
    }
  }

  private static Map<String, Object> figures(ParquetMetadata metadata) {
    TreeSet<String> codecs = new TreeSet<>();
    TreeSet<String> encodings = new TreeSet<>();
    for (RowGroup group : metadata.rowGroups()) {
      for (ColumnChunk chunk : group.columns()) {
        codecs.add(name(chunk.compression()));
        chunk.encodings().forEach(encoding -> encodings.add(encoding.name()));
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("rows", metadata.rows());
    figures.put("rowGroups", (long) metadata.rowGroups().size());
    figures.put("codecs", List.copyOf(codecs));
    figures.put("encodings", List.copyOf(encodings));
    figures.put("createdBy", Objects.requireNonNullElse(metadata.createdBy(), ""));
    return figures;
  }

  /// The manifest's names are pyarrow's.
  private static String name(Compression compression) {
    return switch (compression) {
      case LZ4 -> "UNKNOWN";
      case LZ4_RAW -> "LZ4";
      default -> compression.name();
    };
  }

  private static String leaf(Map<String, Object> leaf) {
    return leaf.get("path")
        + " "
        + leaf.get("physical")
        + " "
        + leaf.get("maxDef")
        + " "
        + leaf.get("maxRep");
  }

  private static String leaf(ParquetColumn column) {
    return column.name()
        + " "
        + column.physicalType()
        + " "
        + column.maxDefinitionLevel()
        + " "
        + column.maxRepetitionLevel();
  }

  private static String node(Map<String, Object> node) {
    return node.get("path") + " " + ArrowTypeNames.family((String) node.get("type"));
  }

  /// Depth first, with a map's struct of key and value left out.
  private static void addNodes(
      String path, ReadNode node, ParquetSchema schema, List<String> nodes) {
    boolean isEnum =
        node.isLeaf()
            && schema.columns().get(node.leaf().index()).logicalType()
                instanceof LogicalType.EnumType;
    // pyarrow reads names of constants as bytes.
    nodes.add(path + " " + (isEnum ? "binary" : ArrowTypeNames.of(node.field().type())));
    List<ReadNode> children =
        node.field().type() instanceof DataType.Map
            ? node.children().getFirst().children()
            : node.children();
    for (ReadNode child : children) {
      addNodes(path + "." + child.field().name(), child, schema, nodes);
    }
  }
}
