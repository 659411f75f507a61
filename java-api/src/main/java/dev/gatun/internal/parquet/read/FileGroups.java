package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.InputSource;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetUnsupportedException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// From a file's metadata to what the scan reads of a row group.
public final class FileGroups {
  private final InputSource source;
  private final Footer footer;
  private final List<LeafColumn> leaves;

  /// @param leaves in the order of the scan
  public FileGroups(InputSource source, Footer footer, List<LeafColumn> leaves) {
    this.source = source;
    this.footer = footer;
    this.leaves = leaves;
  }

  /// All rows of these row groups. Their metadata are looked at when it is their turn, by `next`.
  public Iterator<GroupPlan> plans(int[] rowGroups) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < rowGroups.length;
      }

      @Override
      public GroupPlan next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return plan(rowGroups[at++]);
      }
    };
  }

  private GroupPlan plan(int rowGroup) {
    long rows = footer.rows(rowGroup);
    List<ChunkPlace> chunks = leaves.stream().map(leaf -> place(rowGroup, leaf, rows)).toList();
    return new GroupPlan(chunks, rows == 0 ? List.of() : List.of(new GroupPlan.Range(0, rows)));
  }

  private ChunkPlace place(int rowGroup, LeafColumn leaf, long rows) {
    ColumnChunk chunk = footer.chunk(rowGroup, leaf.index());
    Place place = Place.in(source.name()).rowGroup(rowGroup).column(leaf.name());
    if (chunk.encrypted()) {
      throw new ParquetUnsupportedException(place, "the column is encrypted");
    }
    if (leaf.maxRep() == 0 && chunk.values() != rows) {
      throw new ParquetFormatException(
          place, "has " + chunk.values() + " values in a row group of " + rows + " rows");
    }
    return new ChunkPlace(
        source,
        leaf,
        rowGroup,
        chunk.start(),
        chunk.compressedSize(),
        chunk.values(),
        rows,
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
