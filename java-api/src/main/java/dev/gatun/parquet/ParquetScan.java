package dev.gatun.parquet;

import dev.gatun.RunOptions;
import dev.gatun.internal.parquet.read.ScanFile;
import dev.gatun.internal.parquet.read.TableScan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What to read of a file or of many files of one schema, and how. Immutable: every method gives a
/// new scan.
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
  private final List<ScanFile> files;
  private final Settings settings;

  /// @param rowGroups null for all
  private record Settings(
      List<String> columns,
      @Nullable Predicate filter,
      int @Nullable [] rowGroups,
      long limit,
      int batchRows,
      StringLayout strings,
      boolean verify,
      RunOptions options) {
    static final Settings ALL =
        new Settings(
            List.of(),
            null,
            null,
            Long.MAX_VALUE,
            0,
            StringLayout.OFFSETS,
            true,
            RunOptions.defaults());
  }

  private ParquetScan(List<ScanFile> files, Settings settings) {
    this.files = files;
    this.settings = settings;
  }

  /// Everything in the files.
  static ParquetScan of(List<ScanFile> files) {
    return new ParquetScan(files, Settings.ALL);
  }

  private ParquetScan with(Settings changed) {
    return new ParquetScan(files, changed);
  }

  /// Only these columns, in this order. A path with dots goes into structs, lists and maps:
  /// `address.city`, `items.price` (`items.element.price` means the same).
  public ParquetScan columns(String... paths) {
    Settings s = settings;
    return with(
        new Settings(
            List.of(paths),
            s.filter,
            s.rowGroups,
            s.limit,
            s.batchRows,
            s.strings,
            s.verify,
            s.options));
  }

  /// Only rows that pass a predicate, which may look at other columns than those handed out. Row
  /// groups, pages and values that cannot contribute are not read.
  public ParquetScan filter(Predicate predicate) {
    Settings s = settings;
    return with(
        new Settings(
            s.columns,
            predicate,
            s.rowGroups,
            s.limit,
            s.batchRows,
            s.strings,
            s.verify,
            s.options));
  }

  /// Only these row groups, in this order. Those of many files are numbered through, from one file
  /// to the next.
  ///
  /// @throws IndexOutOfBoundsException when there is no such row group
  public ParquetScan rowGroups(int... numbers) {
    int count = files.stream().mapToInt(file -> file.footer().rowGroups()).sum();
    for (int number : numbers) {
      Objects.checkIndex(number, count);
    }
    Settings s = settings;
    return with(
        new Settings(
            s.columns,
            s.filter,
            numbers.clone(),
            s.limit,
            s.batchRows,
            s.strings,
            s.verify,
            s.options));
  }

  /// At most so many rows.
  ///
  /// @throws IllegalArgumentException when negative
  public ParquetScan limit(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("limit " + rows + " is negative");
    }
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, s.rowGroups, rows, s.batchRows, s.strings, s.verify, s.options));
  }

  /// Rows of a batch, except that none reaches beyond its row group, and a filter leaves fewer; 0,
  /// the default, to choose by the width of a row, so that a batch stays in the processor's caches.
  ///
  /// @throws IllegalArgumentException when negative
  public ParquetScan batchRows(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("batches of " + rows + " rows");
    }
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, s.rowGroups, s.limit, rows, s.strings, s.verify, s.options));
  }

  /// How text and bytes of varying length are handed out: by offsets, the default, as indexes into
  /// dictionaries, or as views.
  public ParquetScan strings(StringLayout layout) {
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, s.rowGroups, s.limit, s.batchRows, layout, s.verify, s.options));
  }

  /// Whether the checksums of pages that have one are checked; they are by default.
  public ParquetScan verifyChecksums(boolean value) {
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, s.rowGroups, s.limit, s.batchRows, s.strings, value, s.options));
  }

  /// Engine, threads, memory limit, cancellation, progress.
  public ParquetScan options(RunOptions value) {
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, s.rowGroups, s.limit, s.batchRows, s.strings, s.verify, value));
  }

  /// Starts reading. The file or dataset must stay open until the reader is closed.
  ///
  /// Of a dataset, a file is opened when its turn comes and closed when it was read, and the next
  /// one is read ahead meanwhile. A file that cannot be opened or read then is an error of the
  /// reader's `next`, which names it; what comes before it is handed out first.
  ///
  /// @throws IllegalArgumentException when a column is not there, or does not go with the filter
  /// @throws ParquetUnsupportedException when a column cannot be read
  public ParquetReader open() {
    return new TableScan(files, settings.columns, settings.strings, settings.filter)
        .start(
            settings.rowGroups,
            settings.limit,
            settings.batchRows,
            settings.verify,
            settings.options);
  }
}
