package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetFooter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Indexing a footer of 100 columns; the rival is parquet-java, which makes an object of everything
/// in it. Milliseconds a footer.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ParquetFooterBenchmark {
  private static final int COLUMNS = 100;

  /// Row groups.
  @Param({"1", "100", "1000"})
  public int rowGroups;

  private byte[] heap = new byte[0];
  private MemorySegment footer = MemorySegment.NULL;
  private MemorySegment groups = MemorySegment.NULL;
  private MemorySegment chunks = MemorySegment.NULL;

  /// Writes the footer.
  @Setup
  public void fill() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata(), out);
    heap = out.toByteArray();
    footer = Arena.ofAuto().allocate(heap.length, 64);
    MemorySegment.copy(MemorySegment.ofArray(heap), 0, footer, 0, heap.length);
    groups = Arena.ofAuto().allocate((long) rowGroups * ParquetFooter.ROW_GROUP_BYTES, 64);
    chunks = Arena.ofAuto().allocate((long) rowGroups * COLUMNS * ParquetFooter.CHUNK_BYTES, 64);
  }

  private FileMetaData metadata() {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement("root").setNum_children(COLUMNS));
    for (int c = 0; c < COLUMNS; c++) {
      schema.add(
          new SchemaElement("column_" + c)
              .setType(Type.INT64)
              .setRepetition_type(FieldRepetitionType.OPTIONAL));
    }
    List<RowGroup> all = new ArrayList<>();
    long offset = 4;
    for (int g = 0; g < rowGroups; g++) {
      List<ColumnChunk> row = new ArrayList<>();
      for (int c = 0; c < COLUMNS; c++) {
        row.add(chunk(c, offset));
        offset += 1000 + 7 * c;
      }
      all.add(new RowGroup(row, 100_000, 1000));
    }
    return new FileMetaData(1, schema, 1000L * rowGroups, all);
  }

  private static ColumnChunk chunk(int column, long offset) {
    ColumnMetaData metadata =
        new ColumnMetaData(
            Type.INT64,
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of("column_" + column),
            CompressionCodec.SNAPPY,
            1000,
            8000 + offset % 200,
            1000 + offset % 300,
            offset);
    byte[] min = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(column).array();
    byte[] max = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(offset).array();
    metadata.setStatistics(
        new Statistics().setMin_value(min).setMax_value(max).setNull_count(column % 7));
    return new ColumnChunk(0).setMeta_data(metadata);
  }

  /// The C++ kernel.
  @Benchmark
  public Object natives() {
    return index(Engine.NATIVE);
  }

  /// The Java reference.
  @Benchmark
  public Object reference() {
    return index(Engine.JAVA);
  }

  private Object index(Engine engine) {
    return Kernels.PARQUET_FOOTER.on(engine).index(footer, heap.length, groups, chunks);
  }

  /// parquet-java.
  @Benchmark
  public Object parquetJava() throws IOException {
    return Util.readFileMetaData(new ByteArrayInputStream(heap));
  }
}
