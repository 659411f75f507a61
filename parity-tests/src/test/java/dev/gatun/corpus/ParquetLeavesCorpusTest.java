package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.corpus.ParquetManifest.Expect;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.internal.parquet.schema.SchemaMapper;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.RowGroup;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The leaf columns of every file of the corpus that can be read, as the footer has them, and the
/// tree of fields that they become.
class ParquetLeavesCorpusTest {

  @TestFactory
  Stream<DynamicTest> files() {
    return ParquetManifest.all().stream()
        .filter(file -> file.expect() == Expect.MATCH)
        .flatMap(
            file ->
                Setup.engines().stream()
                    .map(setup -> Named.test(file + " on " + setup, () -> check(file, setup))));
  }

  private static void check(ParquetManifest manifest, Setup setup) {
    try (ParquetFile file = ParquetFile.open(manifest.file(), setup.options())) {
      assertEquals(manifest.number("rows"), file.metadata().rows(), "rows");
      List<RowGroup> groups = file.metadata().rowGroups();
      assertEquals(manifest.number("rowGroups"), groups.size(), "row groups");
      List<ParquetColumn> columns = file.schema().columns();
      List<String> leaves = columns.stream().map(column -> leaf(column, groups)).toList();
      assertEquals(manifest.leaves().stream().map(ParquetLeavesCorpusTest::leaf).toList(), leaves);
      assertEquals(manifest.nodes().stream().map(node -> node.get("path")).toList(), paths(file));
    }
  }

  private static List<String> paths(ParquetFile file) {
    List<Field> fields = SchemaMapper.map(file.schema()).stream().map(ReadNode::field).toList();
    return new FileFigures(new Schema(fields, Map.of())).paths();
  }

  private static String leaf(Map<String, Object> leaf) {
    return "%s %s %s %s %s"
        .formatted(
            leaf.get("path"),
            leaf.get("physical"),
            leaf.get("maxDef"),
            leaf.get("maxRep"),
            leaf.get("levels"));
  }

  private static String leaf(ParquetColumn column, List<RowGroup> groups) {
    long levels =
        groups.stream()
            .map(group -> group.column(column.index()))
            .mapToLong(ColumnChunk::values)
            .sum();
    return "%s %s %s %s %s"
        .formatted(
            column.name(),
            column.physicalType(),
            column.maxDefinitionLevel(),
            column.maxRepetitionLevel(),
            levels);
  }
}
