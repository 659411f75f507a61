package dev.gatun.internal.parquet.meta;

import dev.gatun.Engine;
import dev.gatun.InputSource;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetUnsupportedException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Finds the footer at the end of a file, reads it and has it indexed. Most footers come with the
/// first read.
public final class FooterLoader {
  private static final long TAIL = 64 << 10;

  /// Length of the footer, then the magic.
  private static final int TRAILER = 8;

  /// Magic, footer length, magic.
  private static final int LEAST_FILE = 12;

  /// Bytes of metadata that a column chunk has in ordinary files, at least; a row group has one or
  /// more.
  private static final int LEAST_CHUNK = 64;

  private static final int LEAST_ROW_GROUP = 512;

  private static final int MAGIC = 'P' | 'A' << 8 | 'R' << 16 | '1' << 24;
  private static final int ENCRYPTED_MAGIC = 'P' | 'A' << 8 | 'R' << 16 | 'E' << 24;

  private final InputSource source;
  private final Region region;
  private final Engine engine;

  private FooterLoader(InputSource source, Region region, Engine engine) {
    this.source = source;
    this.region = region;
    this.engine = engine;
  }

  /// Reads the footer of a file.
  ///
  /// @throws ParquetFormatException when it is no Parquet file
  /// @throws ParquetUnsupportedException when the footer is encrypted
  public static Footer load(InputSource source, Execution execution) throws IOException {
    Region region = execution.resultRegion();
    Footer footer = new FooterLoader(source, region, execution.engine()).load();
    execution.keep(region);
    return footer;
  }

  private Footer load() throws IOException {
    long size = source.size();
    if (size < LEAST_FILE) {
      throw new ParquetFormatException(
          Place.in(source.name()), "no Parquet file: it has " + size + " bytes");
    }
    long tailSize = Math.min(size, TAIL);
    MemorySegment tail = region.allocate(tailSize);
    InputStats.read(source, size - tailSize, tail);
    int length = footerLength(tail);
    long start = size - TRAILER - length;
    MemorySegment bytes;
    if ((long) length + TRAILER <= tailSize) {
      bytes = tail.asSlice(tailSize - TRAILER - length, length);
    } else {
      bytes = region.allocate(length);
      long known = tailSize - TRAILER;
      InputStats.read(source, start, bytes.asSlice(0, length - known));
      MemorySegment.copy(tail, 0, bytes, length - known, known);
    }
    return index(bytes, start, Math.max(tailSize, (long) length + TRAILER));
  }

  private int footerLength(MemorySegment tail) {
    long end = tail.byteSize();
    int magic = tail.get(ParquetFooter.INT, end - 4);
    if (magic == ENCRYPTED_MAGIC) {
      throw new ParquetUnsupportedException(
          Place.in(source.name()), "the footer is encrypted, which is not supported");
    }
    Place place = Place.in(source.name()).at(source.size() - TRAILER);
    if (magic != MAGIC) {
      throw new ParquetFormatException(
          place, "no Parquet file, or one that was cut short: it does not end with PAR1");
    }
    int length = tail.get(ParquetFooter.INT, end - TRAILER);
    if (length <= 0 || length > source.size() - LEAST_FILE) {
      throw new ParquetFormatException(
          place,
          "a footer of %d bytes in a file of %d bytes"
              .formatted(Integer.toUnsignedLong(length), source.size()));
    }
    return length;
  }

  private Footer index(MemorySegment bytes, long start, long bytesRead) {
    long size = bytes.byteSize();
    // What most footers need; the kernel counts what does not fit.
    MemorySegment rowGroups =
        region.allocate((1 + size / LEAST_ROW_GROUP) * ParquetFooter.ROW_GROUP_BYTES);
    MemorySegment chunks = region.allocate((1 + size / LEAST_CHUNK) * ParquetFooter.CHUNK_BYTES);
    Tallies tallies = new Tallies(engine);
    Counted<ParquetFooter> kernel = tallies.on(Kernels.PARQUET_FOOTER);
    try {
      ParquetFooter.Summary summary = index(kernel, bytes, rowGroups, chunks);
      long rowGroupBytes = (long) summary.rowGroups() * ParquetFooter.ROW_GROUP_BYTES;
      long chunkBytes = (long) summary.chunks() * ParquetFooter.CHUNK_BYTES;
      if (rowGroupBytes > rowGroups.byteSize() || chunkBytes > chunks.byteSize()) {
        rowGroups = region.allocate(rowGroupBytes);
        chunks = region.allocate(chunkBytes);
        index(kernel, bytes, rowGroups, chunks);
      }
      FooterIndex index = new FooterIndex(summary, rowGroups, chunks);
      return new Footer(source.name(), source.size(), start, bytesRead, region, bytes, index);
    } catch (DecodeException e) {
      throw new ParquetFormatException(
          Place.in(source.name()).at(start + e.position()), String.valueOf(e.getMessage()));
    } finally {
      tallies.flush();
    }
  }

  private static ParquetFooter.Summary index(
      Counted<ParquetFooter> kernel,
      MemorySegment bytes,
      MemorySegment rowGroups,
      MemorySegment chunks) {
    long size = bytes.byteSize();
    kernel.tally().begin(size);
    ParquetFooter.Summary summary = kernel.kernel().index(bytes, size, rowGroups, chunks);
    kernel.tally().end(summary.chunks(), size);
    return summary;
  }
}
