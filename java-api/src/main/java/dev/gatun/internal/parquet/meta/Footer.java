package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.internal.parquet.schema.SchemaMapper;
import dev.gatun.internal.parquet.stats.StatisticsMerger;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.OffsetIndex;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import dev.gatun.parquet.ParquetSchema;
import dev.gatun.parquet.ParquetUnsupportedException;
import dev.gatun.parquet.SortingColumn;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A footer that was checked and indexed. Its schema is parsed, everything else when somebody asks.
/// Thread-safe. Use after [#close] is an [IllegalStateException].
public final class Footer implements AutoCloseable {
  private final String file;
  private final long fileSize;
  private final long start;
  private final long bytesRead;
  private final Region region;
  private final MemorySegment bytes;
  private final FooterIndex index;
  private final ParquetSchema schema;
  private final AtomicInteger owners = new AtomicInteger(1);
  private volatile @Nullable List<ReadNode> nodes;
  private volatile @Nullable List<Integer> columnOrders;

  /// @param start position of the footer in the file
  /// @param bytesRead bytes that were read of the file
  /// @param region owns the segments
  /// @param bytes the footer
  Footer(
      String file,
      long fileSize,
      long start,
      long bytesRead,
      Region region,
      MemorySegment bytes,
      FooterIndex index) {
    this.file = file;
    this.fileSize = fileSize;
    this.start = start;
    this.bytesRead = bytesRead;
    this.region = region;
    this.bytes = bytes;
    this.index = index;
    this.schema =
        parse(
            index.summary().schema(),
            bytes.byteSize(),
            ThriftReader.LIST,
            place(),
            SchemaParser::parse);
    checkChunkCounts();
    if (rows() < 0) {
      throw new ParquetFormatException(place(), "the number of rows is " + rows());
    }
  }

  private void checkChunkCounts() {
    for (int i = 0; i < rowGroups(); i++) {
      int count = index.intOf(i, ParquetFooter.CHUNK_COUNT);
      if (count != schema.columns().size()) {
        throw new ParquetFormatException(
            place().rowGroup(i).at(start + index.longOf(i, ParquetFooter.START)),
            "%d column chunks, and the schema has %d columns"
                .formatted(count, schema.columns().size()));
      }
      if (rows(i) < 0) {
        throw new ParquetFormatException(
            place().rowGroup(i).at(start + index.longOf(i, ParquetFooter.START)),
            "the number of rows is " + rows(i));
      }
    }
  }

  private Place place() {
    return Place.in(file);
  }

  /// Name of the file.
  public String file() {
    return file;
  }

  /// Bytes of the file.
  public long fileSize() {
    return fileSize;
  }

  /// Bytes of the footer.
  public long size() {
    return bytes.byteSize();
  }

  /// Bytes that were read of the file to get it.
  public long bytesRead() {
    return bytesRead;
  }

  /// Bytes of memory it takes.
  long heldBytes() {
    return region.bytes();
  }

  /// Number that the writer gave the format.
  public int version() {
    return index.summary().version();
  }

  /// Rows of the file as the footer says.
  public long rows() {
    return index.summary().rows();
  }

  /// The schema.
  public ParquetSchema schema() {
    return schema;
  }

  /// The columns as they are read into Arrow arrays.
  public List<ReadNode> nodes() {
    List<ReadNode> known = nodes;
    if (known == null) {
      known = SchemaMapper.map(schema);
      nodes = known;
    }
    return known;
  }

  /// Number of row groups.
  public int rowGroups() {
    return index.summary().rowGroups();
  }

  /// Whether some columns are encrypted.
  public boolean encrypted() {
    return index.summary().encrypted();
  }

  /// Rows of a row group.
  public long rows(int rowGroup) {
    return index.longOf(rowGroup, ParquetFooter.ROWS);
  }

  /// Bytes of a row group before compression.
  public long totalByteSize(int rowGroup) {
    return index.longOf(rowGroup, ParquetFooter.TOTAL_BYTE_SIZE);
  }

  /// Bytes of a row group in the file, -1 when not given.
  public long compressedSize(int rowGroup) {
    return index.longOf(rowGroup, ParquetFooter.COMPRESSED_SIZE);
  }

  /// A row group's number as its writer gave it, -1 when not given.
  public int ordinal(int rowGroup) {
    return index.intOf(rowGroup, ParquetFooter.ORDINAL);
  }

  /// Parses a column chunk. O(its metadata).
  ///
  /// @throws ParquetUnsupportedException when its metadata are encrypted
  public ColumnChunk chunk(int rowGroup, int column) {
    ParquetColumn leaf = schema.columns().get(column);
    return parse(
        index.chunkStart(rowGroup, column),
        index.chunkEnd(rowGroup, column),
        ThriftReader.STRUCT,
        place().rowGroup(rowGroup).column(leaf.name()),
        reader -> new ChunkParser(reader, leaf, fileSize).parse(rowGroup));
  }

  /// What the rows of a row group are sorted by; empty when not given.
  public List<SortingColumn> sortingColumns(int rowGroup) {
    return parseList(index.intOf(rowGroup, ParquetFooter.SORTING), FooterParts::sortingColumn);
  }

  /// What the writer calls itself, null when it does not say.
  public @Nullable String createdBy() {
    return index.summary().createdBy() == 0
        ? null
        : parse(
            index.summary().createdBy(),
            bytes.byteSize(),
            ThriftReader.BINARY,
            place(),
            ThriftReader::string);
  }

  /// What the writer noted; of equal keys the last one.
  public Map<String, String> keyValues() {
    Map<String, String> map = new LinkedHashMap<>();
    parseList(index.summary().keyValues(), FooterParts::keyValue)
        .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  /// For each column the number of its order in the union ColumnOrder; empty when not given.
  public List<Integer> columnOrders() {
    List<Integer> known = columnOrders;
    if (known == null) {
      known = parseList(index.summary().columnOrders(), FooterParts::columnOrder);
      columnOrders = known;
    }
    return known;
  }

  /// What is known about the values of a column in the row groups from `from` to `to`. O(their
  /// chunks).
  public ColumnStatistics statistics(int column, int from, int to) {
    StatisticsMerger merger = new StatisticsMerger(schema.columns().get(column));
    addStatistics(column, from, to, merger);
    return merger.result();
  }

  /// Adds the statistics of a column in the row groups from `from` to `to`.
  public void addStatistics(int column, int from, int to, StatisticsMerger merger) {
    List<Integer> orders = columnOrders();
    int order = column < orders.size() ? orders.get(column) : 0;
    for (int i = from; i < to; i++) {
      merger.add(chunk(i, column), order);
    }
  }

  /// Parses the page locations of a chunk.
  ///
  /// @param section the bytes that [ColumnChunk#offsetIndex] tells of
  public OffsetIndex offsetIndex(ColumnChunk chunk, MemorySegment section) {
    return parseSection(
        chunk,
        chunk.offsetIndex(),
        section,
        reader -> PageIndexParser.readOffsets(reader, fileSize, rows(chunk.rowGroup())));
  }

  /// Parses the page statistics of a chunk.
  ///
  /// @param section the bytes that [ColumnChunk#columnIndex] tells of
  /// @param pages number of pages, by the offset index
  public ColumnIndex columnIndex(ColumnChunk chunk, MemorySegment section, int pages) {
    return parseSection(
        chunk, chunk.columnIndex(), section, reader -> PageIndexParser.readColumn(reader, pages));
  }

  private <T> T parseSection(
      ColumnChunk chunk,
      ColumnChunk.Section place,
      MemorySegment section,
      Function<ThriftReader, T> parser) {
    return parsing(
        place().rowGroup(chunk.rowGroup()).column(chunk.column().name()),
        place.offset(),
        () -> parser.apply(new ThriftReader().begin(section, 0, section.byteSize())));
  }

  private <T> List<T> parseList(int from, Function<ThriftReader, T> element) {
    if (from == 0) {
      return List.of();
    }
    return parse(
        from,
        bytes.byteSize(),
        ThriftReader.LIST,
        place(),
        reader -> {
          int size = reader.enterList(ThriftReader.STRUCT);
          List<T> list = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            list.add(element.apply(reader));
          }
          return list;
        });
  }

  private <T> T parse(long from, long to, int type, Place place, Function<ThriftReader, T> parser) {
    return parsing(
        place, start, () -> parser.apply(new ThriftReader().begin(bytes, from, to, type)));
  }

  /// @param base file position of what is parsed
  private static <T> T parsing(Place place, long base, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (DecodeException e) {
      throw new ParquetFormatException(place.at(base + e.position()), message(e));
    } catch (UnsupportedPartException e) {
      throw new ParquetUnsupportedException(place.at(base + e.position()), message(e));
    }
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  /// Adds an owner: the footer is freed when each of them has closed it.
  ///
  /// @return whether it was still alive
  public boolean share() {
    return owners.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
  }

  /// Ends the ownership of one owner.
  @Override
  public void close() {
    if (owners.decrementAndGet() == 0) {
      region.close();
    }
  }
}
