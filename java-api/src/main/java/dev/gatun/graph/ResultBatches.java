package dev.gatun.graph;

import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.SuppliedReader;
import dev.gatun.internal.arrow.SuppliedReader.Chunk;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a result as batches: copies, which need the result only while they are made.
final class ResultBatches {
  static final int ROWS = 1 << 15;
  private static final String VERTEX = "vertex";

  private final ResultTable table;
  private final ResultArrays arrays;
  private int next;

  private ResultBatches(ResultTable table, VertexIds ids) {
    this.table = table;
    this.arrays = new ResultArrays(ids);
  }

  static BatchReader of(ResultTable table, VertexIds ids) {
    ResultBatches batches = new ResultBatches(table, ids);
    return new SuppliedReader(batches.schema(), batches::chunk, () -> {});
  }

  private Schema schema() {
    List<Field> fields = new ArrayList<>();
    if (table.perVertex()) {
      fields.add(arrays.vertexField(VERTEX));
    }
    table.columns().forEach(column -> fields.add(arrays.field(column)));
    return new Schema(fields, Map.of());
  }

  private @Nullable Chunk chunk() {
    int from = next;
    int rows = Math.min(ROWS, table.rows() - from);
    if (rows == 0) {
      return null;
    }
    Region region = new Region(MemoryAccount.process());
    boolean complete = false;
    try {
      List<ArrayData> columns = new ArrayList<>();
      if (table.perVertex()) {
        columns.add(arrays.vertices(arrays.vertexField(VERTEX), from, rows, region));
      }
      for (ResultColumn column : table.columns()) {
        columns.add(arrays.array(column, from, rows, region));
      }
      next += rows;
      complete = true;
      return new Chunk(rows, columns, BatchMemory.of(region::close));
    } finally {
      if (!complete) {
        region.close();
      }
    }
  }
}
