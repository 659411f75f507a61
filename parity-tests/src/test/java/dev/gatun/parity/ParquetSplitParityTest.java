package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParquetSplitParityTest {
  private static final int[] WIDTHS = {2, 4, 8, 12, 16, 1, 3, 5, 7, 32};

  private static byte[] join(Engine engine, byte[] bytes, int values, int width, int first, int n) {
    MemorySegment data = OffHeap.copy(MemorySegment.ofArray(bytes));
    MemorySegment out = Arena.ofAuto().allocate(n * (long) width + 8);
    Kernels.PARQUET_SPLIT.on(engine).join(data, 0, values, width, first, n, out, 3);
    return out.toArray(ValueLayout.JAVA_BYTE);
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 9) int kind,
      @ForAll @IntRange(min = 1, max = 2000) int values,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = WIDTHS[kind];
    byte[] bytes = new byte[values * width];
    random.nextBytes(bytes);
    int first = random.nextInt(values);
    int n = random.nextInt(values - first + 1);
    Sections.assertParity(
        engine -> () -> new Object[] {join(engine, bytes, values, width, first, n)});
  }

  @Property(tries = 100)
  void javaFollowsTheDefinition(
      @ForAll @IntRange(max = 9) int kind,
      @ForAll @IntRange(min = 1, max = 100) int values,
      @ForAll long seed) {
    int width = WIDTHS[kind];
    byte[] bytes = new byte[values * width];
    new SplittableRandom(seed).nextBytes(bytes);
    byte[] joined = join(Engine.JAVA, bytes, values, width, 0, values);
    for (int i = 0; i < values; i++) {
      for (int b = 0; b < width; b++) {
        assertEquals(bytes[b * values + i], joined[3 + i * width + b]);
      }
    }
  }
}
