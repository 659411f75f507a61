package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.filter.BloomFilter;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.filter.ColumnFacts;
import dev.gatun.internal.parquet.filter.LeafTest;
import dev.gatun.internal.parquet.filter.RowRanges;
import dev.gatun.internal.parquet.filter.Verdict;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.OffsetIndex;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a row group a predicate leaves to be read, by what the file says without its data: from
/// the cheapest source to the dearest.
final class Pruning {
  /// Most bytes of a Bloom filter's header.
  private static final int BLOOM_HEADER = 256;

  private final OpenFile open;
  private final ParquetFile file;
  private final Footer footer;
  private final ScanCounters counters;
  private final BoundPredicate predicate;
  private final DictionaryProbe dictionaries;

  /// What is left.
  ///
  /// @param filter what the rows still have to pass, null when all of them do
  record Left(RowRanges rows, @Nullable BoundPredicate filter) {}

  Pruning(
      OpenFile open,
      ScanCounters counters,
      BoundPredicate predicate,
      DictionaryProbe dictionaries) {
    this.open = open;
    this.file = open.file();
    this.footer = open.footer();
    this.counters = counters;
    this.predicate = predicate;
    this.dictionaries = dictionaries;
  }

  Left of(int rowGroup) {
    long rows = footer.rows(rowGroup);
    BoundPredicate left =
        predicate
            .given(test -> test.verdict(facts(rowGroup, test)))
            .given(test -> bloom(rowGroup, test))
            .given(test -> dictionary(rowGroup, test));
    return switch (left.verdict()) {
      case NONE -> {
        counters.rowGroupsSkipped().increment();
        yield new Left(RowRanges.NONE, null);
      }
      case ALL -> new Left(RowRanges.all(rows), null);
      case SOME -> new Left(left.rows(rows, test -> pages(rowGroup, rows, test)), left);
    };
  }

  private ColumnChunk chunk(int rowGroup, LeafTest<?> test) {
    return footer.chunk(rowGroup, test.column().index());
  }

  private ColumnFacts facts(int rowGroup, LeafTest<?> test) {
    return ColumnFacts.of(chunk(rowGroup, test), order(test));
  }

  private Verdict dictionary(int rowGroup, LeafTest<?> test) {
    return dictionaries.verdict(open, chunk(rowGroup, test), test, facts(rowGroup, test));
  }

  /// The column's member of the union ColumnOrder, 0 when there is none.
  private int order(LeafTest<?> test) {
    List<Integer> orders = footer.columnOrders();
    int column = test.column().index();
    return column < orders.size() ? orders.get(column) : 0;
  }

  private RowRanges pages(int rowGroup, long rows, LeafTest<?> test) {
    ColumnChunk chunk = chunk(rowGroup, test);
    if (!chunk.offsetIndex().present()) {
      return RowRanges.all(rows);
    }
    OffsetIndex offsets = footer.offsetIndex(chunk, bytes(chunk.offsetIndex()));
    if (!chunk.columnIndex().present()) {
      return RowRanges.all(rows);
    }
    ColumnIndex index =
        footer.columnIndex(chunk, bytes(chunk.columnIndex()), offsets.pages().size());
    return test.rows(rows, chunk, order(test), index, offsets);
  }

  private Verdict bloom(int rowGroup, LeafTest<?> test) {
    ColumnChunk chunk = chunk(rowGroup, test);
    if (!chunk.bloomFilter().present() || test.hashes() == null) {
      return Verdict.SOME;
    }
    try {
      BloomFilter filter = read(chunk.bloomFilter());
      return filter == null ? Verdict.SOME : test.verdict(filter);
    } catch (DecodeException e) {
      throw new ParquetFormatException(
          open.place(rowGroup, test.column()).at(chunk.bloomFilter().offset()),
          "Bloom filter: " + e.getMessage());
    }
  }

  private @Nullable BloomFilter read(ColumnChunk.Section section) {
    long most = file.source().size() - section.offset();
    long length = section.length();
    if (length < 0) {
      // Older writers do not say how long it is; its header does.
      MemorySegment start = bytes(section.offset(), Math.min(BLOOM_HEADER, most));
      BloomFilter.Header header = BloomFilter.header(start);
      length = header.end() + header.size();
    }
    if (length > most) {
      throw new DecodeException(0, "it takes " + length + " bytes, only " + most + " are left");
    }
    return BloomFilter.read(bytes(section.offset(), length));
  }

  private MemorySegment bytes(ColumnChunk.Section section) {
    return bytes(section.offset(), Math.max(0, section.length()));
  }

  private MemorySegment bytes(long position, long length) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.toIntExact(length)]);
    try {
      InputStats.read(file.source(), position, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    counters.bytesRead().add(length);
    return bytes;
  }
}
