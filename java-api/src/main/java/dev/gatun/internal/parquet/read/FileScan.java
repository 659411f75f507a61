package dev.gatun.internal.parquet.read;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.filter.RowRanges;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.Projection;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ParquetUnsupportedException;
import dev.gatun.parquet.Predicate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A scan of one file: from its metadata to a [ScanPlan].
public final class FileScan {
  /// Rows of a part of a row group, at least.
  private static final long PART_ROWS = 1 << 16;

  private final ParquetFile file;
  private final Footer footer;
  private final ScanCounters counters = new ScanCounters();
  private final ScanColumns columns;
  private final @Nullable Pruning pruning;

  /// @param paths columns to hand out, all when empty
  /// @throws IllegalArgumentException when a column is not there or does not go with the predicate
  public FileScan(
      ParquetFile file, Footer footer, List<String> paths, @Nullable Predicate predicate) {
    this.file = file;
    this.footer = footer;
    List<ReadNode> all = footer.nodes();
    List<ReadNode> roots = paths.isEmpty() ? all : Projection.select(all, paths);
    BoundPredicate bound = predicate == null ? null : BoundPredicate.bind(predicate, all);
    columns = ScanColumns.of(roots, all, bound == null ? List.of() : bound.columns());
    pruning = bound == null ? null : new Pruning(file, footer, counters, bound);
  }

  /// Starts it.
  ///
  /// @param rowGroups in the order to be read
  public ParquetReader start(
      int[] rowGroups, long limit, int batchRows, boolean verify, RunOptions options) {
    long rows = Arrays.stream(rowGroups).mapToLong(footer::rows).sum();
    Execution execution = Execution.begin("scan of " + file.name(), options);
    try {
      return new ScanPlan(
              columns,
              RowWidths.of(columns.leaves(), footer, rowGroups.length == 0 ? -1 : rowGroups[0]),
              plans(rowGroups, parts(rowGroups.length, rows, execution.threads())),
              counters,
              rows,
              limit,
              pruning != null,
              batchRows,
              verify)
          .start(execution);
    } catch (RuntimeException | Error e) {
      execution.close();
      throw e;
    }
  }

  /// The row groups. Their metadata are looked at when it is their turn, by `next`.
  ///
  /// @param parts each is read in so many parts
  private Iterator<GroupPlan> plans(int[] rowGroups, int parts) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < rowGroups.length * parts;
      }

      @Override
      public GroupPlan next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        GroupPlan plan = plan(rowGroups[at / parts], at % parts, parts);
        at++;
        return plan;
      }
    };
  }

  /// Parts of a row group that are worth reading side by side when there are fewer column chunks
  /// than threads. Only of columns without repetition: where a row of the others begins is not
  /// known before all those in front of it were looked at.
  private int parts(int rowGroups, long rows, int threads) {
    List<LeafPlan> leaves = columns.leaves();
    int streams = Math.max(1, leaves.size() * rowGroups);
    boolean flat = leaves.stream().allMatch(leaf -> leaf.node().leaf().maxRep() == 0);
    long most = rows / Math.max(1, rowGroups) / PART_ROWS;
    return flat
        ? Math.clamp((threads + streams - 1) / streams, 1, Math.clamp(most, 1, threads))
        : 1;
  }

  private GroupPlan plan(int rowGroup, int part, int parts) {
    long rows = footer.rows(rowGroup);
    Pruning.Left left =
        pruning == null ? new Pruning.Left(RowRanges.all(rows), null) : pruning.of(rowGroup);
    RowRanges ranges =
        parts == 1
            ? left.rows()
            : left.rows()
                .intersection(RowRanges.of(rows * part / parts, rows * (part + 1) / parts));
    List<ChunkPlace> chunks =
        ranges.isEmpty()
            ? List.of()
            : columns.leaves().stream()
                .map(leaf -> place(rowGroup, leaf.node().leaf(), rows))
                .toList();
    return new GroupPlan(chunks, ranges, left.filter());
  }

  private ChunkPlace place(int rowGroup, LeafColumn leaf, long rows) {
    ColumnChunk chunk = footer.chunk(rowGroup, leaf.index());
    Place place = Place.in(file.name()).rowGroup(rowGroup).column(leaf.name());
    if (chunk.encrypted()) {
      throw new ParquetUnsupportedException(place, "the column is encrypted");
    }
    if (leaf.maxRep() == 0 && chunk.values() != rows) {
      throw new ParquetFormatException(
          place, "has " + chunk.values() + " values in a row group of " + rows + " rows");
    }
    return new ChunkPlace(
        file.source(),
        leaf,
        rowGroup,
        chunk.start(),
        chunk.compressedSize(),
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
