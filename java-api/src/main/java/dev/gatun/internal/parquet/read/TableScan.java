package dev.gatun.internal.parquet.read;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.schema.Projection;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.StringLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scan of files of one schema: from their metadata to a [ScanPlan].
public final class TableScan {
  /// Rows of a part of a row group, at least.
  private static final long PART_ROWS = 1 << 16;

  private final List<ScanFile> files;
  private final List<ReadNode> all;
  private final ScanCounters counters = new ScanCounters();
  private final ScanColumns columns;
  private final @Nullable BoundPredicate predicate;

  /// @param files one or more
  /// @param paths columns to hand out, all when empty
  /// @throws IllegalArgumentException when a column is not there or does not go with the predicate
  public TableScan(
      List<ScanFile> files,
      List<String> paths,
      StringLayout strings,
      @Nullable Predicate predicate) {
    this.files = files;
    all = files.getFirst().footer().nodes();
    List<ReadNode> roots = paths.isEmpty() ? all : Projection.select(all, paths);
    this.predicate = predicate == null ? null : BoundPredicate.bind(predicate, all);
    columns =
        ScanColumns.of(
            roots, strings, all, this.predicate == null ? List.of() : this.predicate.columns());
  }

  /// Starts it.
  ///
  /// @param rowGroups in the order to be read, numbered through all files; null for all of them
  public ParquetReader start(
      int @Nullable [] rowGroups, long limit, int batchRows, boolean verify, RunOptions options) {
    Execution execution = Execution.begin("parquet scan", "scan of " + name(), options);
    try {
      BoundPredicate by = predicate;
      DictionaryProbe dictionaries =
          by == null ? null : new DictionaryProbe(all, by, execution, counters, verify);
      RowGroups groups =
          new RowGroups(
              files,
              rowGroups,
              file ->
                  new FilePlanner(
                      file,
                      columns,
                      by == null || dictionaries == null
                          ? null
                          : new Pruning(file, counters, by, dictionaries)),
              dictionaries);
      groups.split(parts(groups.count(), groups.rows(), execution.threads()));
      return new ScanPlan(
              columns,
              groups.widths(columns.leaves()),
              groups,
              counters,
              groups.rows(),
              limit,
              predicate != null,
              batchRows,
              verify)
          .start(execution);
    } catch (RuntimeException | Error e) {
      execution.close();
      throw e;
    }
  }

  /// Parts of a row group that are worth reading side by side when there are fewer column chunks
  /// than threads. Only of columns without repetition: where a row of the others begins is not
  /// known before all those in front of it were looked at.
  private int parts(int rowGroups, long rows, int threads) {
    List<LeafPlan> leaves = columns.leaves();
    int streams = Math.max(1, leaves.size() * rowGroups);
    boolean flat = leaves.stream().allMatch(leaf -> leaf.node().leaf().maxRep() == 0);
    long most = rows / Math.max(1, rowGroups) / PART_ROWS;
    return flat
        ? Math.clamp((threads + streams - 1) / streams, 1, Math.clamp(most, 1, threads))
        : 1;
  }

  private String name() {
    String first = files.getFirst().footer().file();
    return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
  }
}
