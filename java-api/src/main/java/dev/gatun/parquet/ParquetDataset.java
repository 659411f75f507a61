package dev.gatun.parquet;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.io.InputPaths;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.meta.FooterCache;
import dev.gatun.internal.parquet.meta.SchemaCheck;
import dev.gatun.internal.parquet.read.ScanFile;
import dev.gatun.internal.parquet.stats.StatisticsMerger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// Parquet files of one schema, as one table. Opening reads footers only, and keeps them in a cache
/// for the next time. Thread-safe.
///
/// ```java
/// try (ParquetDataset trips = ParquetDataset.of("data/trips/*.parquet")) {
///   System.out.println(trips.rows());
///   try (ParquetReader reader = trips.scan().columns("fare").open()) {
///     …
///   }
/// }
/// ```
public final class ParquetDataset implements AutoCloseable {
  private final List<Path> files;
  private final List<Footer> footers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ParquetDataset(List<Path> files, List<Footer> footers) {
    this.files = files;
    this.footers = footers;
  }

  /// The files of a name: a file, a folder with everything in it that is called a Parquet file, or
  /// a pattern with `*`, `**`, `?`, `[…]`, `{…}`.
  ///
  /// @throws ParquetException when one of them is no Parquet file, or of another schema
  /// @throws UncheckedIOException when there is none, or one cannot be read
  public static ParquetDataset of(String name) {
    return of(find(name));
  }

  /// The files of a name, in order of their paths: what [#of(String)] takes.
  ///
  /// @throws UncheckedIOException when there is none
  public static List<Path> find(String name) {
    return InputPaths.expand(name, InputPaths.Kind.PARQUET);
  }

  /// These files, in this order.
  ///
  /// @throws IllegalArgumentException when there is none
  /// @throws ParquetException when one of them is no Parquet file, or of another schema
  /// @throws UncheckedIOException when one cannot be read
  public static ParquetDataset of(List<Path> files) {
    return of(files, RunOptions.defaults());
  }

  /// These files, in this order, their footers read on the engine of the options.
  ///
  /// @throws IllegalArgumentException when there is none
  /// @throws ParquetException when one of them is no Parquet file, or of another schema
  /// @throws UncheckedIOException when one cannot be read
  public static ParquetDataset of(List<Path> files, RunOptions options) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a dataset needs a file");
    }
    List<Footer> footers = new ArrayList<>();
    boolean complete = false;
    try (Execution execution = Execution.begin("parquet footers", "reading footers", options)) {
      for (int i = 0; i < files.size(); i++) {
        execution.checkpoint(i, files.size());
        footers.add(FooterCache.shared().get(files.get(i), execution));
        SchemaCheck.check(footers.getFirst(), footers.getLast());
      }
      complete = true;
      return execution.completed(new ParquetDataset(List.copyOf(files), List.copyOf(footers)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!complete) {
        footers.forEach(Footer::close);
      }
    }
  }

  /// The files, in order.
  public List<Path> files() {
    return files;
  }

  /// Metadata of a file, by its index in [#files]. Valid until the dataset is closed.
  public ParquetMetadata metadata(int file) {
    return new ParquetMetadata(footers.get(file));
  }

  /// The schema that all files have.
  public ParquetSchema schema() {
    return footers.getFirst().schema();
  }

  /// Dotted paths of the columns, in order.
  public List<String> columnNames() {
    return schema().columns().stream().map(ParquetColumn::name).toList();
  }

  /// Rows of all files. O(files).
  public long rows() {
    return footers.stream().mapToLong(Footer::rows).sum();
  }

  /// A scan of all rows and columns of all files, one after the other, to be narrowed.
  public ParquetScan scan() {
    return ParquetScan.of(IntStream.range(0, files.size()).mapToObj(this::scanFile).toList());
  }

  private ScanFile scanFile(int file) {
    Footer footer = footers.get(file);
    return new ScanFile(
        footer, () -> ParquetFile.open(files.get(file), footer), ParquetFile::close);
  }

  /// What is known about the values of a column in all files. O(row groups).
  ///
  /// @throws ParquetFormatException when this part of a footer is broken
  /// @throws ParquetUnsupportedException when a chunk is encrypted
  public ColumnStatistics statistics(int column) {
    StatisticsMerger merger = new StatisticsMerger(schema().columns().get(column));
    for (Footer footer : footers) {
      footer.addStatistics(column, 0, footer.rowGroups(), merger);
    }
    return merger.result();
  }

  List<Footer> footers() {
    return footers;
  }

  /// How often footers came from the cache since the JVM started.
  ///
  /// @param hits footers that were there
  /// @param misses footers that were read
  /// @param entries footers held now
  public record CacheMetrics(long hits, long misses, int entries) {}

  /// Counters of the cache of footers.
  public static CacheMetrics cacheMetrics() {
    FooterCache cache = FooterCache.shared();
    return new CacheMetrics(cache.hits(), cache.misses(), cache.size());
  }

  /// Gives up all footers in the cache.
  public static void clearCache() {
    FooterCache.shared().clear();
  }

  /// Ends the use of the footers. Closing twice does nothing.
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      footers.forEach(Footer::close);
    }
  }
}
