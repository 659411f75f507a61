package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.parquet.filter.RowRanges;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetUnsupportedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans the row groups of one file.
final class FilePlanner {
  private final OpenFile open;
  private final ScanColumns columns;
  private final @Nullable Pruning pruning;

  FilePlanner(OpenFile open, ScanColumns columns, @Nullable Pruning pruning) {
    this.open = open;
    this.columns = columns;
    this.pruning = pruning;
  }

  ParquetFile file() {
    return open.file();
  }

  /// @param file number of the file in the scan
  GroupPlan plan(int file, int rowGroup) {
    long rows = open.footer().rows(rowGroup);
    Pruning.Left left =
        pruning == null ? new Pruning.Left(RowRanges.all(rows), null) : pruning.of(rowGroup);
    List<ChunkPlace> chunks =
        left.rows().isEmpty()
            ? List.of()
            : columns.leaves().stream()
                .map(leaf -> place(rowGroup, leaf.node().leaf(), rows))
                .toList();
    return new GroupPlan(file, chunks, left.rows(), left.filter());
  }

  private ChunkPlace place(int rowGroup, LeafColumn leaf, long rows) {
    ColumnChunk chunk = open.footer().chunk(rowGroup, leaf.index());
    if (leaf.maxRep() == 0 && chunk.values() != rows) {
      throw new ParquetFormatException(
          open.place(rowGroup, leaf),
          "has " + chunk.values() + " values in a row group of " + rows + " rows");
    }
    return place(open, chunk, leaf, chunk.compressedSize());
  }

  /// Where the first `size` bytes of a chunk lie.
  ///
  /// @throws ParquetUnsupportedException when it cannot be read
  static ChunkPlace place(OpenFile open, ColumnChunk chunk, LeafColumn leaf, long size) {
    Place place = open.place(chunk.rowGroup(), leaf);
    if (chunk.encrypted()) {
      throw new ParquetUnsupportedException(place, "the column is encrypted");
    }
    return new ChunkPlace(
        open.file().source(),
        leaf,
        chunk.rowGroup(),
        chunk.start(),
        size,
        chunk.values(),
        codec(chunk.compression(), place));
  }

  private static @Nullable Codec codec(Compression compression, Place place) {
    return switch (compression) {
      case UNCOMPRESSED -> null;
      case SNAPPY -> Codec.SNAPPY;
      case GZIP -> Codec.GZIP;
      case BROTLI -> Codec.BROTLI;
      case LZ4 -> Codec.LZ4_HADOOP;
      case ZSTD -> Codec.ZSTD;
      case LZ4_RAW -> Codec.LZ4_RAW;
      case LZO -> throw new ParquetUnsupportedException(place, "compressed by LZO");
    };
  }
}
