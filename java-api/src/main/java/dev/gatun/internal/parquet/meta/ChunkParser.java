package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnChunk.Section;
import dev.gatun.parquet.ColumnChunk.SizeStatistics;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.Encoding;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.RawStatistics;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one struct ColumnChunk.
final class ChunkParser {
  private static final Compression[] COMPRESSIONS = Compression.values();
  private static final int DATA_PAGE = 0;
  private static final int DATA_PAGE_V2 = 3;

  private final ThriftReader reader;
  private final ParquetColumn column;
  private final long fileSize;

  private int compression;
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private final Set<Encoding> dataPageEncodings = EnumSet.noneOf(Encoding.class);
  private long values;
  private long uncompressedSize;
  private long compressedSize;
  private long dataPageOffset = -1;
  private long dictionaryPageOffset = -1;
  private long bloomFilterOffset = -1;
  private int bloomFilterLength = -1;
  private @Nullable RawStatistics statistics;
  private SizeStatistics sizes = SizeStatistics.NONE;

  /// @param reader stands on the struct
  /// @param fileSize bytes of the file, which offsets must not pass
  ChunkParser(ThriftReader reader, ParquetColumn column, long fileSize) {
    this.reader = reader;
    this.column = column;
    this.fileSize = fileSize;
  }

  ColumnChunk parse(int rowGroup) {
    long position = reader.position();
    String otherFile = "";
    long offsetIndex = -1;
    int offsetIndexLength = -1;
    long columnIndex = -1;
    int columnIndexLength = -1;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> otherFile = reader.string();
        case 3 -> readMetaData();
        case 4 -> offsetIndex = reader.int64();
        case 5 -> offsetIndexLength = reader.int32();
        case 6 -> columnIndex = reader.int64();
        case 7 -> columnIndexLength = reader.int32();
        default -> reader.skip();
      }
    }
    boolean encrypted = fields.has(8) || fields.has(9);
    if (!fields.has(3)) {
      throw encrypted
          ? new UnsupportedPartException(
              position, "the column is encrypted, which is not supported")
          : new DecodeException(position, "the column chunk has no metadata");
    }
    if (!otherFile.isEmpty()) {
      throw new UnsupportedPartException(
          position, "the data is in another file, " + otherFile + ", which is not supported");
    }
    return new ColumnChunk(
        rowGroup,
        column,
        compression(position),
        encodings,
        values,
        uncompressedSize,
        compressedSize,
        dataPageOffset,
        dictionaryPageOffset,
        dataPageEncodings,
        section(bloomFilterOffset, bloomFilterLength),
        section(columnIndex, columnIndexLength),
        section(offsetIndex, offsetIndexLength),
        statistics,
        sizes,
        encrypted);
  }

  private Compression compression(long position) {
    if (compression < 0 || compression >= COMPRESSIONS.length) {
      throw new UnsupportedPartException(
          position, "the compression codec " + compression + " is not supported");
    }
    return COMPRESSIONS[compression];
  }

  /// Sections are aids that a reader can do without: what cannot be right is not there.
  private Section section(long offset, int length) {
    boolean right = offset > 0 && offset < fileSize && length <= fileSize - offset && length != 0;
    return right ? new Section(offset, Math.max(length, -1)) : Section.NONE;
  }

  private void readMetaData() {
    int type = -1;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> type = reader.int32();
        case 2 -> readEncodings();
        case 4 -> compression = reader.int32();
        case 5 -> values = size("number of values");
        case 6 -> uncompressedSize = size("uncompressed size");
        case 7 -> compressedSize = size("compressed size");
        case 9 -> dataPageOffset = reader.int64();
        case 11 -> dictionaryPageOffset = reader.int64();
        case 12 -> statistics = StatisticsParser.read(reader);
        case 13 -> readEncodingStatistics();
        case 14 -> bloomFilterOffset = reader.int64();
        case 15 -> bloomFilterLength = reader.int32();
        case 16 -> sizes = StatisticsParser.readSizes(reader);
        default -> reader.skip();
      }
    }
    fields.require("ColumnMetaData", 1, 2, 4, 5, 6, 7, 9);
    if (type != column.physicalType().ordinal()) {
      throw reader.fault(
          "the chunk has the type number " + type + ", the column is " + column.physicalType());
    }
    checkOffset("data page", dataPageOffset);
    if (dictionaryPageOffset != -1) {
      checkOffset("dictionary page", dictionaryPageOffset);
    }
  }

  private long size(String what) {
    long value = reader.int64();
    if (value < 0) {
      throw reader.fault("the " + what + " is " + value);
    }
    return value;
  }

  private void checkOffset(String what, long offset) {
    if (offset < 0 || (offset >= fileSize && values > 0)) {
      throw reader.fault(
          "the %s is at %d, outside the file of %d bytes".formatted(what, offset, fileSize));
    }
  }

  private void readEncodings() {
    for (int left = reader.enterList(ThriftReader.I32); left > 0; left--) {
      add(encodings, reader.int32());
    }
  }

  /// An encoding that is not known may be of pages that nobody asks for.
  private static void add(Set<Encoding> set, int number) {
    Encoding encoding = Encoding.of(number);
    if (encoding != null) {
      set.add(encoding);
    }
  }

  private void readEncodingStatistics() {
    for (int left = reader.enterList(ThriftReader.STRUCT); left > 0; left--) {
      int page = -1;
      int encoding = -1;
      int count = 0;
      Fields fields = new Fields(reader);
      while (fields.next()) {
        switch (fields.id()) {
          case 1 -> page = reader.int32();
          case 2 -> encoding = reader.int32();
          case 3 -> count = reader.int32();
          default -> reader.skip();
        }
      }
      if (count > 0 && (page == DATA_PAGE || page == DATA_PAGE_V2)) {
        add(dataPageEncodings, encoding);
      }
    }
  }
}
