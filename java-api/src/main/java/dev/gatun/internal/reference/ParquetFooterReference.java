package dev.gatun.internal.reference;

import static dev.gatun.internal.parquet.thrift.ThriftReader.BINARY;
import static dev.gatun.internal.parquet.thrift.ThriftReader.LIST;
import static dev.gatun.internal.parquet.thrift.ThriftReader.STRUCT;

import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import java.lang.foreign.MemorySegment;

/// Reads the structs FileMetaData and RowGroup field by field and passes over what is inside. O(n).
public final class ParquetFooterReference implements ParquetFooter {
  @Override
  public Summary index(
      MemorySegment footer, long size, MemorySegment rowGroups, MemorySegment chunks) {
    return new Pass(new ThriftReader().begin(footer, 0, size), rowGroups, chunks).file();
  }

  private static final class Pass {
    private final ThriftReader reader;
    private final MemorySegment rowGroups;
    private final MemorySegment chunks;
    private int rowGroupCount;
    private int chunkCount;

    Pass(ThriftReader reader, MemorySegment rowGroups, MemorySegment chunks) {
      this.reader = reader;
      this.rowGroups = rowGroups;
      this.chunks = chunks;
    }

    private Summary file() {
      int version = 0;
      long rows = 0;
      int schema = 0;
      int keyValues = 0;
      int createdBy = 0;
      int columnOrders = 0;
      boolean encrypted = false;
      Fields fields = new Fields(reader);
      while (fields.next()) {
        switch (fields.id()) {
          case 1 -> version = reader.int32();
          case 2 -> schema = place(LIST);
          case 3 -> rows = reader.int64();
          case 4 -> readRowGroups();
          case 5 -> keyValues = place(LIST);
          case 6 -> createdBy = place(BINARY);
          case 7 -> columnOrders = place(LIST);
          case 8 -> {
            encrypted = true;
            reader.skip();
          }
          default -> reader.skip();
        }
      }
      fields.require("FileMetaData", 1, 2, 3, 4);
      return new Summary(
          version,
          rows,
          schema,
          rowGroupCount,
          chunkCount,
          keyValues,
          createdBy,
          columnOrders,
          encrypted,
          (int) reader.position());
    }

    /// Where the current value begins; passes over it.
    private int place(int type) {
      if (reader.type() != type) {
        throw reader.wrongType(type);
      }
      int start = (int) reader.position();
      reader.skip();
      return start;
    }

    private void readRowGroups() {
      int count = reader.enterList(STRUCT);
      for (int i = 0; i < count; i++) {
        readRowGroup();
        rowGroupCount++;
      }
    }

    private void readRowGroup() {
      long start = reader.position();
      int firstChunk = chunkCount;
      long rows = 0;
      long totalByteSize = 0;
      long compressedSize = -1;
      long fileOffset = -1;
      long chunksEnd = 0;
      int sorting = 0;
      int ordinal = -1;
      Fields fields = new Fields(reader);
      while (fields.next()) {
        switch (fields.id()) {
          case 1 -> chunksEnd = readChunks();
          case 2 -> totalByteSize = reader.int64();
          case 3 -> rows = reader.int64();
          case 4 -> sorting = place(LIST);
          case 5 -> fileOffset = reader.int64();
          case 6 -> compressedSize = reader.int64();
          case 7 -> ordinal = reader.int32();
          default -> reader.skip();
        }
      }
      fields.require("RowGroup", 1, 2, 3);
      long entry = (long) rowGroupCount * ROW_GROUP_BYTES;
      if (entry + ROW_GROUP_BYTES <= rowGroups.byteSize()) {
        rowGroups.set(LONG, entry + ROWS, rows);
        rowGroups.set(LONG, entry + TOTAL_BYTE_SIZE, totalByteSize);
        rowGroups.set(LONG, entry + COMPRESSED_SIZE, compressedSize);
        rowGroups.set(LONG, entry + FILE_OFFSET, fileOffset);
        rowGroups.set(LONG, entry + FIRST_CHUNK, firstChunk);
        rowGroups.set(INT, entry + CHUNK_COUNT, chunkCount - firstChunk);
        rowGroups.set(INT, entry + CHUNKS_END, (int) chunksEnd);
        rowGroups.set(INT, entry + SORTING, sorting);
        rowGroups.set(INT, entry + ORDINAL, ordinal);
        rowGroups.set(LONG, entry + START, start);
      }
    }

    /// Notes where each chunk begins; returns where the last one ends.
    private long readChunks() {
      for (int left = reader.enterList(STRUCT); left > 0; left--) {
        long entry = (long) chunkCount * CHUNK_BYTES;
        if (entry + CHUNK_BYTES <= chunks.byteSize()) {
          chunks.set(INT, entry, (int) reader.position());
        }
        reader.skip();
        chunkCount++;
      }
      return reader.position();
    }
  }
}
