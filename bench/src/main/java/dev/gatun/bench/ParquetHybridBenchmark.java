package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetHybrid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Indexes of a dictionary, bit-packed, to entries of 8 bytes; the rival is the decoder of
/// parquet-java. Values a second.
public class ParquetHybridBenchmark extends RateBenchmark {
  private static final int VALUES = 1 << 16;

  /// Bits of an index.
  @Param({"1", "4", "8", "10", "16", "20"})
  public int bitWidth;

  private final ParquetHybrid.Cursor natives = Kernels.PARQUET_HYBRID.on(Engine.NATIVE).open();
  private final ParquetHybrid.Cursor java = Kernels.PARQUET_HYBRID.on(Engine.JAVA).open();
  private final long[] rivalOut = new long[VALUES];
  private byte[] section = {};
  private long[] rivalDictionary = {};
  private MemorySegment data = MemorySegment.NULL;
  private MemorySegment dictionary = MemorySegment.NULL;
  private MemorySegment out = MemorySegment.NULL;

  /// Writes one bit-packed run.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int header = VALUES / 8 << 1 | 1;
    for (; header >= 0x80; header >>>= 7) {
      bytes.write(header | 0x80);
    }
    bytes.write(header);
    byte[] packed = new byte[VALUES / 8 * bitWidth];
    random.nextBytes(packed);
    bytes.writeBytes(packed);
    section = bytes.toByteArray();
    rivalDictionary = random.longs(1L << bitWidth).toArray();
    data = Arena.ofAuto().allocate(section.length + ParquetHybrid.SLACK);
    data.asSlice(0, section.length).copyFrom(MemorySegment.ofArray(section));
    dictionary = Arena.ofAuto().allocate(8L << bitWidth);
    dictionary.copyFrom(MemorySegment.ofArray(rivalDictionary));
    out = Arena.ofAuto().allocate(8L * VALUES, 64);
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object natives() {
    return gather(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object reference() {
    return gather(java);
  }

  private Object gather(ParquetHybrid.Cursor cursor) {
    cursor.begin(data, 0, section.length, bitWidth, ParquetHybrid.Layout.HYBRID);
    cursor.gather(VALUES, 8, dictionary, 1 << bitWidth, out, 0);
    return out;
  }

  /// By parquet-java.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object parquetJava() throws IOException {
    RunLengthBitPackingHybridDecoder decoder =
        new RunLengthBitPackingHybridDecoder(bitWidth, new ByteArrayInputStream(section));
    for (int i = 0; i < VALUES; i++) {
      rivalOut[i] = rivalDictionary[decoder.readInt()];
    }
    return rivalOut;
  }
}
