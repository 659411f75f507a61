package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnSpread;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Dense values to slots of which half are null. Slots a second. No rival has this as a call of its
/// own.
public class ColumnSpreadBenchmark extends RateBenchmark {
  private static final int SLOTS = 1 << 16;

  /// What runs.
  @Param({"NATIVE", "JAVA"})
  @SuppressWarnings("NullAway.Init")
  public Engine engine;

  private final MemorySegment values = Arena.ofAuto().allocate(8L * SLOTS, 64);
  private final MemorySegment validity = Arena.ofAuto().allocate(SLOTS / 8, 64);
  private long present;

  /// Random slots.
  @Setup
  public void fill() {
    byte[] bitmap = new byte[SLOTS / 8];
    new SplittableRandom(1).nextBytes(bitmap);
    validity.copyFrom(MemorySegment.ofArray(bitmap));
    present = 0;
    for (byte eight : bitmap) {
      present += Integer.bitCount(eight & 0xff);
    }
  }

  private ColumnSpread kernel() {
    return Kernels.COLUMN_SPREAD.on(engine);
  }

  /// Values of 8 bytes.
  @Benchmark
  @OperationsPerInvocation(SLOTS)
  public Object width8() {
    kernel().fixed(values, 0, 8, validity, 0, SLOTS, present);
    return values;
  }

  /// Values of a bit.
  @Benchmark
  @OperationsPerInvocation(SLOTS)
  public Object bits() {
    kernel().bits(values, 0, validity, 0, SLOTS, present);
    return values;
  }

  /// Offsets of strings.
  @Benchmark
  @OperationsPerInvocation(SLOTS)
  public Object offsets() {
    kernel().offsets(values, 0, validity, 0, SLOTS, present);
    return values;
  }
}
