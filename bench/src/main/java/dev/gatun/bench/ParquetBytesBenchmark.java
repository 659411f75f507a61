package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetBytes.Encoding;
import dev.gatun.internal.kernel.Slack;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesReader;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayReader;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.plain.BinaryPlainValuesReader;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Byte arrays to offsets and bytes; the rivals are the readers of parquet-java, which give a slice
/// or a copy a value. Values a second.
public class ParquetBytesBenchmark extends RateBenchmark {
  private static final int VALUES = 1 << 16;

  /// How they are written.
  @Param({"PLAIN", "DELTA_LENGTH", "DELTA_PREFIX"})
  public Encoding encoding = Encoding.PLAIN;

  /// Bytes of a value on average; they lie between half and one and a half of it.
  @Param({"10", "30", "60"})
  public int size;

  private final ParquetBytes.Cursor natives = Kernels.PARQUET_BYTES.on(Engine.NATIVE).open();
  private final ParquetBytes.Cursor java = Kernels.PARQUET_BYTES.on(Engine.JAVA).open();
  private final Binary[] rivalOut = new Binary[VALUES];
  private final MemorySegment offsets = Arena.ofAuto().allocate(4L * (VALUES + 1), 64);
  private MemorySegment out = MemorySegment.NULL;
  private SectionBytes section = SectionBytes.of(new byte[0]);

  /// Writes the section. Values share a third of their bytes with the one before.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    ValuesWriter writer = writer();
    byte[] value = new byte[2 * size];
    for (int i = 0; i < VALUES; i++) {
      byte[] rest = new byte[value.length - size / 3];
      random.nextBytes(rest);
      System.arraycopy(rest, 0, value, size / 3, rest.length);
      int length = random.nextInt(size / 2, size + size / 2);
      writer.writeBytes(Binary.fromConstantByteArray(Arrays.copyOf(value, length)));
    }
    section = SectionBytes.of(writer);
    writer.close();
    out = Arena.ofAuto().allocate(2L * size * VALUES + Slack.BYTES, 64);
  }

  private ValuesWriter writer() {
    int slab = SectionBytes.SLAB;
    int page = SectionBytes.PAGE;
    var allocator = SectionBytes.allocator();
    return switch (encoding) {
      case PLAIN -> new PlainValuesWriter(slab, page, allocator);
      case DELTA_LENGTH -> new DeltaLengthByteArrayValuesWriter(slab, page, allocator);
      case DELTA_PREFIX -> new DeltaByteArrayWriter(slab, page, allocator);
    };
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object natives() {
    return read(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object reference() {
    return read(java);
  }

  private Object read(ParquetBytes.Cursor cursor) {
    cursor.begin(section.data(), 0, section.bytes().length, VALUES, encoding);
    return cursor.read(VALUES, offsets, 0, out);
  }

  /// By parquet-java.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object parquetJava() throws IOException {
    ValuesReader reader =
        switch (encoding) {
          case PLAIN -> new BinaryPlainValuesReader();
          case DELTA_LENGTH -> new DeltaLengthByteArrayValuesReader();
          case DELTA_PREFIX -> new DeltaByteArrayReader();
        };
    section.begin(reader, VALUES);
    for (int i = 0; i < VALUES; i++) {
      rivalOut[i] = reader.readBytes();
    }
    return rivalOut;
  }
}
