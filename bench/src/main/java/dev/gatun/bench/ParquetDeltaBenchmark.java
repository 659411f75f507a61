package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetDelta;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// DELTA_BINARY_PACKED to int64; the rival is the reader of parquet-java. Values a second.
public class ParquetDeltaBenchmark extends RateBenchmark {
  private static final int VALUES = 1 << 16;

  /// Bits of a delta.
  @Param({"0", "4", "11", "32", "64"})
  public int bitWidth;

  private final ParquetDelta.Cursor natives = Kernels.PARQUET_DELTA.on(Engine.NATIVE).open();
  private final ParquetDelta.Cursor java = Kernels.PARQUET_DELTA.on(Engine.JAVA).open();
  private final long[] rivalOut = new long[VALUES];
  private final MemorySegment out = Arena.ofAuto().allocate(8L * VALUES, 64);
  private SectionBytes section = SectionBytes.of(new byte[0]);

  /// Writes the section.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    DeltaBinaryPackingValuesWriterForLong writer =
        new DeltaBinaryPackingValuesWriterForLong(
            SectionBytes.SLAB, SectionBytes.PAGE, SectionBytes.allocator());
    long value = 0;
    for (int i = 0; i < VALUES; i++) {
      writer.writeLong(value);
      value += bitWidth == 0 ? 3 : random.nextLong() >>> (64 - bitWidth);
    }
    section = SectionBytes.of(writer);
    writer.close();
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

  private Object read(ParquetDelta.Cursor cursor) {
    cursor.begin(section.data(), 0, section.bytes().length);
    cursor.int64(VALUES, out, 0);
    return out;
  }

  /// By parquet-java.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object parquetJava() throws IOException {
    var reader = section.begin(new DeltaBinaryPackingValuesReader(), VALUES);
    for (int i = 0; i < VALUES; i++) {
      rivalOut[i] = reader.readLong();
    }
    return rivalOut;
  }
}
