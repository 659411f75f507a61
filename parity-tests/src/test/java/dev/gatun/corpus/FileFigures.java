package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.support.ArrowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The figures of a file, gathered batch by batch. Every array is checked to be laid out well.
public final class FileFigures {
  private final Schema schema;
  private final List<NodeFigures> columns;
  private long rows;

  /// Of a file without rows.
  public FileFigures(Schema schema) {
    this.schema = schema;
    this.columns = schema.fields().stream().map(NodeFigures::new).toList();
  }

  /// Adds a batch.
  public void add(int batchRows, List<ArrayData> arrays) {
    List<Field> fields = arrays.stream().map(ArrayData::field).toList();
    assertEquals(schema.fields(), fields, "schema of a batch");
    for (int i = 0; i < arrays.size(); i++) {
      assertEquals(batchRows, arrays.get(i).length(), fields.get(i).name() + ": rows of a batch");
      ArrowLayout.check(arrays.get(i));
      columns.get(i).add(arrays.get(i));
    }
    rows += batchRows;
  }

  /// Rows so far.
  public long rows() {
    return rows;
  }

  /// A number that all figures go into.
  public long digest() {
    return rows * 31 + NodeFigures.digest(columns);
  }

  /// The paths of all nodes, depth first.
  List<String> paths() {
    return columns.stream().flatMap(NodeFigures::all).map(NodeFigures::path).toList();
  }

  /// What is not as a manifest says, one line a figure.
  List<String> differences(List<Map<String, Object>> expected) {
    List<NodeFigures> nodes = columns.stream().flatMap(NodeFigures::all).toList();
    List<String> paths = paths();
    List<Object> expectedPaths = expected.stream().map(node -> node.get("path")).toList();
    if (!paths.equals(expectedPaths)) {
      return List.of("nodes: expected " + expectedPaths + " but was " + paths);
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      differences.addAll(nodes.get(i).differences(expected.get(i)));
    }
    return differences;
  }
}
