package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetSplit;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForDouble;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForFloat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// BYTE_STREAM_SPLIT of floats and doubles; the rival is the reader of parquet-java. Values a
/// second.
public class ParquetSplitBenchmark extends RateBenchmark {
  private static final int VALUES = 1 << 16;

  /// Bytes of a value.
  @Param({"4", "8"})
  public int width;

  private final ParquetSplit natives = Kernels.PARQUET_SPLIT.on(Engine.NATIVE);
  private final ParquetSplit java = Kernels.PARQUET_SPLIT.on(Engine.JAVA);
  private final float[] rivalFloats = new float[VALUES];
  private final double[] rivalDoubles = new double[VALUES];
  private final MemorySegment out = Arena.ofAuto().allocate(8L * VALUES, 64);
  private SectionBytes section = SectionBytes.of(new byte[0]);

  /// Makes the section: any bytes are one.
  @Setup
  public void fill() {
    byte[] bytes = new byte[VALUES * width];
    new SplittableRandom(1).nextBytes(bytes);
    section = SectionBytes.of(bytes);
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object natives() {
    return join(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object reference() {
    return join(java);
  }

  private Object join(ParquetSplit kernel) {
    kernel.join(section.data(), 0, VALUES, width, 0, VALUES, out, 0);
    return out;
  }

  /// By parquet-java.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object parquetJava() throws IOException {
    if (width == Float.BYTES) {
      var reader = section.begin(new ByteStreamSplitValuesReaderForFloat(), VALUES);
      for (int i = 0; i < VALUES; i++) {
        rivalFloats[i] = reader.readFloat();
      }
      return rivalFloats;
    }
    var reader = section.begin(new ByteStreamSplitValuesReaderForDouble(), VALUES);
    for (int i = 0; i < VALUES; i++) {
      rivalDoubles[i] = reader.readDouble();
    }
    return rivalDoubles;
  }
}
