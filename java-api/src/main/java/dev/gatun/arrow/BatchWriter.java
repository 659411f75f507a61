package dev.gatun.arrow;

/// Writes batches of one schema. A file appears when it is finished, complete; one that is closed
/// before leaves nothing behind, and what was there before stays.
///
/// ```
/// try (BatchWriter writer = ArrowWriter.create(Path.of("trips.arrow"), reader.schema())) {
///   writer.writeAll(reader);
///   writer.finish();
/// }
/// ```
///
/// For one thread at a time. All methods throw [java.io.UncheckedIOException] when writing fails;
/// nothing can be written after that.
public interface BatchWriter extends AutoCloseable {
  /// The columns of every batch.
  Schema schema();

  /// Writes the rows of a batch, which stays the caller's.
  ///
  /// @throws IllegalArgumentException when its columns have other names or types than the schema's
  /// @throws IllegalStateException when the batch has ended, or the writer is finished or closed
  void write(Batch batch);

  /// Writes the batches that a reader has left, without closing it.
  ///
  /// @return their rows
  default long writeAll(BatchReader reader) {
    long rows = 0;
    for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
      write(batch);
      rows += batch.rowCount();
    }
    return rows;
  }

  /// Completes what was written.
  ///
  /// @throws IllegalStateException when it is finished or closed
  void finish();

  /// Gives up what is not finished. Closing twice does nothing.
  @Override
  void close();
}
