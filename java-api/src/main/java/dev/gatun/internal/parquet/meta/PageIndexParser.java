package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.ColumnIndex.BoundaryOrder;
import dev.gatun.parquet.OffsetIndex;
import dev.gatun.parquet.OffsetIndex.PageLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads the structs OffsetIndex and ColumnIndex.
final class PageIndexParser {
  private static final BoundaryOrder[] ORDERS = BoundaryOrder.values();

  private final ThriftReader reader;

  private PageIndexParser(ThriftReader reader) {
    this.reader = reader;
  }

  /// @param rows rows of the row group
  static OffsetIndex readOffsets(ThriftReader reader, long fileSize, long rows) {
    return new PageIndexParser(reader).offsets(fileSize, rows);
  }

  /// @param pages number of pages, by the offset index
  static ColumnIndex readColumn(ThriftReader reader, int pages) {
    return new PageIndexParser(reader).column(pages);
  }

  private OffsetIndex offsets(long fileSize, long rows) {
    List<PageLocation> pages = List.of();
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> pages = list(ThriftReader.STRUCT, this::location);
        default -> reader.skip();
      }
    }
    fields.require("OffsetIndex", 1);
    check(pages, fileSize, rows);
    return new OffsetIndex(pages);
  }

  private PageLocation location() {
    long offset = -1;
    int size = -1;
    long firstRow = -1;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> offset = reader.int64();
        case 2 -> size = reader.int32();
        case 3 -> firstRow = reader.int64();
        default -> reader.skip();
      }
    }
    fields.require("PageLocation", 1, 2, 3);
    return new PageLocation(offset, size, firstRow);
  }

  private void check(List<PageLocation> pages, long fileSize, long rows) {
    long row = -1;
    for (PageLocation page : pages) {
      boolean inFile =
          page.offset() >= 0
              && page.compressedSize() > 0
              && page.compressedSize() <= fileSize - page.offset();
      boolean ascends = row < 0 ? page.firstRow() == 0 : page.firstRow() > row;
      if (!inFile || !ascends || page.firstRow() >= rows) {
        throw reader.fault("the location " + page + " cannot be");
      }
      row = page.firstRow();
    }
  }

  private ColumnIndex column(int pages) {
    List<Boolean> nullPages = List.of();
    List<byte[]> min = List.of();
    List<byte[]> max = List.of();
    int order = 0;
    List<Long> nullCounts = List.of();
    List<Long> nanCounts = List.of();
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> nullPages = list(ThriftReader.TRUE, reader::boolElement);
        case 2 -> min = list(ThriftReader.BINARY, reader::binary);
        case 3 -> max = list(ThriftReader.BINARY, reader::binary);
        case 4 -> order = reader.int32();
        case 5 -> nullCounts = list(ThriftReader.I64, reader::int64);
        case 8 -> nanCounts = list(ThriftReader.I64, reader::int64);
        default -> reader.skip();
      }
    }
    fields.require("ColumnIndex", 1, 2, 3);
    boolean right =
        nullPages.size() == pages
            && min.size() == pages
            && max.size() == pages
            && (nullCounts.isEmpty() || nullCounts.size() == pages)
            && (nanCounts.isEmpty() || nanCounts.size() == pages);
    if (!right) {
      throw reader.fault("the column index is not one of " + pages + " pages");
    }
    BoundaryOrder sorted =
        order > 0 && order < ORDERS.length ? ORDERS[order] : BoundaryOrder.UNORDERED;
    return new ColumnIndex(nullPages, min, max, sorted, nullCounts, nanCounts);
  }

  private <T> List<T> list(int type, Supplier<T> element) {
    int size = reader.enterList(type);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }
}
