package dev.gatun.parquet;

import dev.gatun.InputSource;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.meta.FooterLoader;
import dev.gatun.internal.parquet.read.ScanFile;
import dev.gatun.parquet.ParquetException.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// An open Parquet file. Opening reads its footer only. Thread-safe.
///
/// ```java
/// try (ParquetFile file = ParquetFile.open(Path.of("trips.parquet"))) {
///   System.out.println(file.metadata().rows());
/// }
/// ```
public final class ParquetFile implements AutoCloseable {
  private final InputSource source;
  private final Footer footer;
  private final ParquetMetadata metadata;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ParquetFile(InputSource source, Footer footer) {
    this.source = source;
    this.footer = footer;
    this.metadata = new ParquetMetadata(footer);
  }

  /// Opens a local file.
  ///
  /// @throws ParquetFormatException when it is no Parquet file
  /// @throws ParquetUnsupportedException when its footer is encrypted
  /// @throws UncheckedIOException when it cannot be read
  public static ParquetFile open(Path file) {
    return open(file, RunOptions.defaults());
  }

  /// Opens a local file, its footer read on the engine of the options.
  ///
  /// @throws ParquetFormatException when it is no Parquet file
  /// @throws ParquetUnsupportedException when its footer is encrypted
  /// @throws UncheckedIOException when it cannot be read
  public static ParquetFile open(Path file, RunOptions options) {
    try {
      return open(InputSource.of(file), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens what a source has. The file closes the source, at once when it cannot be opened.
  ///
  /// @throws ParquetFormatException when it is no Parquet file
  /// @throws ParquetUnsupportedException when its footer is encrypted
  /// @throws UncheckedIOException when it cannot be read
  public static ParquetFile open(InputSource source) {
    return open(source, RunOptions.defaults());
  }

  /// Opens what a source has, its footer read on the engine of the options. The file closes the
  /// source, at once when it cannot be opened.
  ///
  /// @throws ParquetFormatException when it is no Parquet file
  /// @throws ParquetUnsupportedException when its footer is encrypted
  /// @throws UncheckedIOException when it cannot be read
  public static ParquetFile open(InputSource source, RunOptions options) {
    try (Execution execution =
        Execution.begin("parquet open", "opening " + source.name(), options)) {
      return execution.completed(new ParquetFile(source, FooterLoader.load(source, execution)));
    } catch (IOException e) {
      closeQuietly(source, e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      closeQuietly(source, e);
      throw e;
    }
  }

  /// Opens a local file whose footer is known.
  ///
  /// @throws ParquetFormatException when it is not as long as it was then
  static ParquetFile open(Path file, Footer footer) {
    try {
      InputSource source = InputSource.of(file);
      ParquetFile opened = new ParquetFile(source, footer);
      if (source.size() != footer.fileSize()) {
        ParquetFormatException changed =
            new ParquetFormatException(
                Place.in(source.name()),
                "has %d bytes; when its footer was read it had %d"
                    .formatted(source.size(), footer.fileSize()));
        closeQuietly(source, changed);
        throw changed;
      }
      if (!footer.share()) {
        IllegalStateException gone = new IllegalStateException("the dataset is closed");
        closeQuietly(source, gone);
        throw gone;
      }
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(InputSource source, Throwable reason) {
    try {
      source.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /// What the footer says.
  public ParquetMetadata metadata() {
    return metadata;
  }

  /// Columns and groups.
  public ParquetSchema schema() {
    return metadata.schema();
  }

  /// A scan of all rows and columns, to be narrowed.
  public ParquetScan scan() {
    return ParquetScan.of(List.of(new ScanFile(footer, () -> this, _ -> {})));
  }

  /// Name of the file or source.
  public String name() {
    return source.name();
  }

  /// Reads where the data pages of a column chunk are.
  ///
  /// @return empty when the file does not say
  /// @throws ParquetFormatException when this part of the file is broken
  /// @throws UncheckedIOException when it cannot be read
  public Optional<OffsetIndex> offsetIndex(ColumnChunk chunk) {
    return chunk.offsetIndex().present()
        ? Optional.of(footer.offsetIndex(chunk, read(chunk.offsetIndex())))
        : Optional.empty();
  }

  /// Reads the statistics of the data pages of a column chunk.
  ///
  /// @return empty when the file has none
  /// @throws ParquetFormatException when this part of the file is broken
  /// @throws UncheckedIOException when it cannot be read
  public Optional<ColumnIndex> columnIndex(ColumnChunk chunk) {
    if (!chunk.columnIndex().present()) {
      return Optional.empty();
    }
    return offsetIndex(chunk)
        .map(
            offsets ->
                footer.columnIndex(chunk, read(chunk.columnIndex()), offsets.pages().size()));
  }

  private MemorySegment read(ColumnChunk.Section section) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.max(0, section.length())]);
    try {
      InputStats.read(source, section.offset(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  /// Where its bytes come from.
  public InputSource source() {
    return source;
  }

  Footer footer() {
    return footer;
  }

  /// Closes the source and frees the footer. Closing twice does nothing.
  ///
  /// @throws UncheckedIOException when the source says so
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    footer.close();
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
