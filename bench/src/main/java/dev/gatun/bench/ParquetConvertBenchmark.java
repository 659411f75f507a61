package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetConvert;
import dev.gatun.internal.kernel.ParquetConvert.Conversion;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Conversions to Arrow types. No rival does them apart from decoding. Values a second.
public class ParquetConvertBenchmark extends RateBenchmark {
  private static final int VALUES = 1 << 16;

  /// What becomes what.
  @Param public Conversion conversion = Conversion.INT32_TO_INT8;

  private final ParquetConvert natives = Kernels.PARQUET_CONVERT.on(Engine.NATIVE);
  private final ParquetConvert java = Kernels.PARQUET_CONVERT.on(Engine.JAVA);
  private final MemorySegment out = Arena.ofAuto().allocate(32L * VALUES, 64);
  private MemorySegment in = MemorySegment.NULL;
  private int width;

  /// Makes the values: any bytes are some.
  @Setup
  public void fill() {
    width =
        switch (conversion) {
          case INT32_TO_INT8, INT32_TO_INT16 -> 4;
          case INT96_TO_NANOS -> 12;
          case BIG_ENDIAN_TO_128 -> 9;
          case BIG_ENDIAN_TO_256 -> 25;
        };
    byte[] bytes = new byte[VALUES * width];
    new SplittableRandom(1).nextBytes(bytes);
    in = SectionBytes.of(bytes).data();
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object natives() {
    natives.fixed(conversion, width, in, 0, VALUES, out, 0);
    return out;
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Object reference() {
    java.fixed(conversion, width, in, 0, VALUES, out, 0);
    return out;
  }
}
