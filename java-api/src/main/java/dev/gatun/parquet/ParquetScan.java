package dev.gatun.parquet;

import dev.gatun.RunOptions;
import dev.gatun.internal.parquet.read.FileScan;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
  private final Settings settings;

  /// @param rowGroups null for all
  private record Settings(
      List<String> columns,
      @Nullable Predicate filter,
      int @Nullable [] rowGroups,
      long limit,
      int batchRows,
      boolean verify,
      RunOptions options) {
    static final Settings ALL =
        new Settings(List.of(), null, null, Long.MAX_VALUE, 0, true, RunOptions.defaults());
  }

  private ParquetScan(ParquetFile file, Settings settings) {
    this.file = file;
    this.settings = settings;
  }

  /// Everything in the file.
  static ParquetScan of(ParquetFile file) {
    return new ParquetScan(file, Settings.ALL);
  }

  private ParquetScan with(Settings changed) {
    return new ParquetScan(file, changed);
  }

  /// Only these columns, in this order. A path with dots goes into structs, lists and maps:
  /// `address.city`, `items.price` (`items.element.price` means the same).
  public ParquetScan columns(String... paths) {
    Settings s = settings;
    return with(
        new Settings(
            List.of(paths), s.filter, s.rowGroups, s.limit, s.batchRows, s.verify, s.options));
  }

  /// Only rows that pass a predicate, which may look at other columns than those handed out. Row
  /// groups, pages and values that cannot contribute are not read.
  public ParquetScan filter(Predicate predicate) {
    Settings s = settings;
    return with(
        new Settings(s.columns, predicate, s.rowGroups, s.limit, s.batchRows, s.verify, s.options));
  }

  /// Only these row groups, in this order.
  ///
  /// @throws IndexOutOfBoundsException when the file has no such row group
  public ParquetScan rowGroups(int... numbers) {
    for (int number : numbers) {
      Objects.checkIndex(number, file.metadata().rowGroups().size());
    }
    Settings s = settings;
    return with(
        new Settings(
            s.columns, s.filter, numbers.clone(), s.limit, s.batchRows, s.verify, s.options));
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
        new Settings(s.columns, s.filter, s.rowGroups, rows, s.batchRows, s.verify, s.options));
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
    return with(new Settings(s.columns, s.filter, s.rowGroups, s.limit, rows, s.verify, s.options));
  }

  /// Whether the checksums of pages that have one are checked; they are by default.
  public ParquetScan verifyChecksums(boolean value) {
    Settings s = settings;
    return with(
        new Settings(s.columns, s.filter, s.rowGroups, s.limit, s.batchRows, value, s.options));
  }

  /// Engine, threads, memory limit, cancellation, progress.
  public ParquetScan options(RunOptions value) {
    Settings s = settings;
    return with(
        new Settings(s.columns, s.filter, s.rowGroups, s.limit, s.batchRows, s.verify, value));
  }

  /// Starts reading. The file must stay open until the reader is closed.
  ///
  /// @throws IllegalArgumentException when a column is not there, or does not go with the filter
  /// @throws ParquetUnsupportedException when a column cannot be read
  public ParquetReader open() {
    int[] groups = settings.rowGroups;
    return new FileScan(file, file.footer(), settings.columns, settings.filter)
        .start(
            groups != null
                ? groups
                : IntStream.range(0, file.metadata().rowGroups().size()).toArray(),
            settings.limit,
            settings.batchRows,
            settings.verify,
            settings.options);
  }
}
