package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetNesting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Levels of optional lists of optional values to offsets and validity. Entries a second. No rival
/// has this as a call of its own.
public class ParquetNestingBenchmark extends RateBenchmark {
  private static final int ENTRIES = 1 << 16;

  /// What runs.
  @Param({"NATIVE", "JAVA"})
  @SuppressWarnings("NullAway.Init")
  public Engine engine;

  private final MemorySegment def = Arena.ofAuto().allocate(ENTRIES, 64);
  private final MemorySegment rep = Arena.ofAuto().allocate(ENTRIES, 64);
  private final MemorySegment bitmap = Arena.ofAuto().allocate(ENTRIES / 8, 64);
  private final MemorySegment offsets = Arena.ofAuto().allocate(4L * ENTRIES + 4, 64);

  /// Lists of 4 elements on average, few of them empty or null.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < ENTRIES; i++) {
      boolean more = random.nextInt(4) != 0;
      rep.set(ValueLayout.JAVA_BYTE, i, (byte) (more ? 1 : 0));
      def.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt(more ? 2 : 0, 4));
    }
  }

  private ParquetNesting kernel() {
    return Kernels.PARQUET_NESTING.on(engine);
  }

  /// The offsets of the lists.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public long offsets() {
    return kernel().offsets(def, rep, 0, ENTRIES, 0, 0, 2, offsets, 0, 0);
  }

  /// The validity of the values.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public long validity() {
    return kernel().validity(def, rep, 0, ENTRIES, 1, 2, 3, bitmap, 0);
  }

  /// The records.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public Object records() {
    return kernel().records(rep, 0, ENTRIES, ENTRIES);
  }
}
