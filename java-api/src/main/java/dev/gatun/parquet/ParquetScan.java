package dev.gatun.parquet;

import dev.gatun.RunOptions;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.parquet.read.FileGroups;
import dev.gatun.internal.parquet.read.ScanPlan;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.Projection;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What to read of a file, and how. Immutable: every method gives a new scan.
///
/// ```java
/// try (ParquetFile file = ParquetFile.open(Path.of("trips.parquet"));
///     BatchReader reader = file.scan().columns("fare", "tip").open()) {
///   for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
///     DoubleColumn fares = batch.column("fare").asDoubles();
///     …
///   }
/// }
/// ```
public final class ParquetScan {
  private final ParquetFile file;
  private final List<String> columns;
  private final int[] rowGroups;
  private final long limit;
  private final int batchRows;
  private final boolean verify;
  private final RunOptions options;

  private ParquetScan(
      ParquetFile file,
      List<String> columns,
      int[] rowGroups,
      long limit,
      int batchRows,
      boolean verify,
      RunOptions options) {
    this.file = file;
    this.columns = columns;
    this.rowGroups = rowGroups;
    this.limit = limit;
    this.batchRows = batchRows;
    this.verify = verify;
    this.options = options;
  }

  /// Everything in the file.
  static ParquetScan of(ParquetFile file) {
    int[] all = IntStream.range(0, file.metadata().rowGroups().size()).toArray();
    return new ParquetScan(file, List.of(), all, Long.MAX_VALUE, 0, true, RunOptions.defaults());
  }

  /// Only these columns, in this order. A path with dots goes into structs, lists and maps:
  /// `address.city`, `items.price` (`items.element.price` means the same).
  public ParquetScan columns(String... paths) {
    return new ParquetScan(file, List.of(paths), rowGroups, limit, batchRows, verify, options);
  }

  /// Only these row groups, in this order.
  ///
  /// @throws IndexOutOfBoundsException when the file has no such row group
  public ParquetScan rowGroups(int... numbers) {
    for (int number : numbers) {
      java.util.Objects.checkIndex(number, file.metadata().rowGroups().size());
    }
    return new ParquetScan(file, columns, numbers.clone(), limit, batchRows, verify, options);
  }

  /// At most so many rows.
  ///
  /// @throws IllegalArgumentException when negative
  public ParquetScan limit(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("limit " + rows + " is negative");
    }
    return new ParquetScan(file, columns, rowGroups, rows, batchRows, verify, options);
  }

  /// Rows of a batch, except that none reaches beyond its row group; 0, the default, to choose
  /// by the width of a row, so that a batch stays in the processor's caches.
  ///
  /// @throws IllegalArgumentException when negative
  public ParquetScan batchRows(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("batch of " + rows + " rows");
    }
    return new ParquetScan(file, columns, rowGroups, limit, rows, verify, options);
  }

  /// Whether the checksums of pages that have one are checked; they are by default.
  public ParquetScan verifyChecksums(boolean value) {
    return new ParquetScan(file, columns, rowGroups, limit, batchRows, value, options);
  }

  /// Engine, threads, memory limit, cancellation, progress.
  public ParquetScan options(RunOptions value) {
    return new ParquetScan(file, columns, rowGroups, limit, batchRows, verify, value);
  }

  /// Starts reading. The file must stay open until the reader is closed.
  ///
  /// @throws IllegalArgumentException when a column is not there
  /// @throws ParquetUnsupportedException when a column cannot be read
  public BatchReader open() {
    List<ReadNode> all = file.footer().nodes();
    List<ReadNode> roots = columns.isEmpty() ? all : Projection.select(all, columns);
    Schema schema = new Schema(roots.stream().map(ReadNode::field).toList(), Map.of());
    List<LeafColumn> leaves = new ArrayList<>();
    roots.forEach(root -> addLeaves(root, leaves));
    FileGroups groups = new FileGroups(file.source(), file.footer(), leaves);
    long rows = Arrays.stream(rowGroups).mapToLong(file.footer()::rows).sum();
    Execution execution = Execution.begin("scan of " + file.name(), options);
    try {
      return new ScanPlan(schema, roots, groups.plans(rowGroups), rows, limit, batchRows, verify)
          .start(execution);
    } catch (RuntimeException | Error e) {
      execution.close();
      throw e;
    }
  }

  private static void addLeaves(ReadNode node, List<LeafColumn> leaves) {
    if (node.isLeaf()) {
      leaves.add(node.leaf());
    }
    node.children().forEach(child -> addLeaves(child, leaves));
  }
}
