package dev.gatun.arrow;

import dev.gatun.internal.arrow.IpcWriter;
import dev.gatun.internal.io.BatchOutput;
import dev.gatun.internal.io.OutputFile;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// Batches written in [Arrow IPC](https://arrow.apache.org/docs/format/Columnar.html): the file
/// format, also called Feather V2, which Arrow implementations map and use in place, or the
/// streaming format.
///
/// ```java
/// try (ParquetReader reader = file.scan().open()) {
///   ArrowFile.write(Path.of("trips.arrow"), reader);
/// }
/// ```
///
/// Little-endian, not compressed; buffers begin at multiples of 64 bytes. Columns are written as
/// they lie in memory, except that decimals of 32 and 64 bits become ones of 128 bits, and that
/// dictionaries of batches are put together: one dictionary for the whole file, of the values that
/// are used, on the Java heap until the end. O(bytes).
public final class ArrowFile {
  private ArrowFile() {}

  /// Writes the batches that a reader has left to a file, without closing the reader.
  ///
  /// @return their rows
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when a type cannot be written: a dictionary of other values
  ///     than text and bytes
  public static long write(Path file, BatchReader reader) {
    try (BatchWriter writer = writer(file, reader.schema())) {
      long rows = writer.writeAll(reader);
      writer.finish();
      return rows;
    }
  }

  /// Begins a file.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when a type cannot be written
  public static BatchWriter writer(Path file, Schema schema) {
    OutputFile output = OutputFile.create(file);
    return BatchOutput.begin(
        output, schema, () -> new IpcWriter(output.channel(), schema, IpcWriter.Form.FILE));
  }

  /// Begins a stream on a channel, which stays the caller's to close.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when a type cannot be written
  public static BatchWriter streamWriter(WritableByteChannel channel, Schema schema) {
    return BatchOutput.begin(
        null, schema, () -> new IpcWriter(channel, schema, IpcWriter.Form.STREAM));
  }
}
