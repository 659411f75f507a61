package dev.gatun.support;

import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchArrays;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetScan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// A Parquet file read through the public API, as the arrays of one batch after the other.
public final class ParquetBatches implements AutoCloseable {
  private final ParquetFile file;
  private final BatchReader reader;
  private Batch batch;

  private ParquetBatches(ParquetFile file, UnaryOperator<ParquetScan> scan) {
    this.file = file;
    try {
      this.reader = scan.apply(file.scan()).open();
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /// Opens a file that is in memory.
  ///
  /// @param scan says what to read
  public static ParquetBatches open(
      byte[] bytes, RunOptions options, UnaryOperator<ParquetScan> scan) {
    return new ParquetBatches(
        ParquetFile.open(InputSource.of("memory", bytes), options),
        whole -> scan.apply(whole.options(options)));
  }

  /// Opens a local file.
  ///
  /// @param scan says what to read
  public static ParquetBatches open(
      Path path, RunOptions options, UnaryOperator<ParquetScan> scan) {
    return new ParquetBatches(
        ParquetFile.open(path, options), whole -> scan.apply(whole.options(options)));
  }

  /// The columns.
  public Schema schema() {
    return reader.schema();
  }

  /// Goes to the next batch; false at the end.
  public boolean next() {
    batch = reader.next();
    return batch != null;
  }

  /// Rows of the batch.
  public int rows() {
    return batch.rowCount();
  }

  /// Columns of the batch, valid until the next one.
  public List<ArrayData> arrays() {
    return BatchArrays.of(batch);
  }

  @Override
  public void close() {
    try (file) {
      reader.close();
    }
  }
}
