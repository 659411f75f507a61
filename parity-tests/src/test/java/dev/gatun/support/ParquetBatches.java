package dev.gatun.support;

import dev.gatun.RunOptions;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.parquet.InputSource;
import dev.gatun.parquet.ParquetFile;
import java.nio.file.Path;
import java.util.List;

/// A Parquet file read through the public API, as the arrays of one batch after the other.
public final class ParquetBatches implements AutoCloseable {
  private final ParquetFile file;

  private ParquetBatches(ParquetFile file) {
    this.file = file;
  }

  /// Opens a file that is in memory, with batches of the default size.
  public static ParquetBatches open(byte[] bytes, RunOptions options) {
    return new ParquetBatches(ParquetFile.open(InputSource.of("memory", bytes), options));
  }

  /// Opens a local file.
  ///
  /// @param batchRows rows of a batch at most, 0 for the default
  public static ParquetBatches open(Path path, RunOptions options, int batchRows) {
    return new ParquetBatches(ParquetFile.open(path, options));
  }

  /// The columns.
  public Schema schema() {
    throw new UnsupportedOperationException();
  }

  /// Goes to the next batch; false at the end.
  public boolean next() {
    throw new UnsupportedOperationException();
  }

  /// Rows of the batch.
  public int rows() {
    throw new UnsupportedOperationException();
  }

  /// Columns of the batch, valid until the next one.
  public List<ArrayData> arrays() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    file.close();
  }
}
