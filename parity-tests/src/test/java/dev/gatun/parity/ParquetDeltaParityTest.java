package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParquetDeltaParityTest {
  /// Numbers whose deltas fill about so many bits.
  private static long[] numbers(int n, int bits, SplittableRandom random) {
    long[] values = new long[n];
    long value = random.nextLong();
    long slope = random.nextInt(-5, 5);
    for (int i = 0; i < n; i++) {
      values[i] = value;
      int width = random.nextInt(8) == 0 ? random.nextInt(bits + 1) : bits;
      value += slope + (width == 0 ? 0 : random.nextLong() >>> (64 - width));
    }
    return values;
  }

  private static byte[] encoded(long[] values, boolean wide, SplittableRandom random) {
    int miniblocks = random.nextInt(1, 6);
    int miniblockValues = 8 * random.nextInt(1, random.nextBoolean() ? 5 : 20);
    if (random.nextInt(3) > 0) {
      miniblocks = 4;
      miniblockValues = 32;
    }
    return wide
        ? DeltaEncoder.int64(values, miniblocks, miniblockValues)
        : DeltaEncoder.int32(ints(values), miniblocks, miniblockValues);
  }

  private static int[] ints(long[] values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /// Reads `n` values in pieces and passes over some of them.
  private static Object[] read(Engine engine, byte[] bytes, boolean wide, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = wide ? Long.BYTES : Integer.BYTES;
    try (Arena arena = Arena.ofConfined();
        ParquetDelta.Cursor cursor = Kernels.PARQUET_DELTA.on(engine).open()) {
      MemorySegment out = arena.allocate(n * (long) width + 1);
      cursor.begin(Sections.offHeap(bytes), 0, bytes.length);
      for (int at = 0; at < n; ) {
        int piece = Math.min(n - at, random.nextInt(random.nextBoolean() ? 10 : 1000));
        if (random.nextInt(8) == 0) {
          cursor.skip(piece);
        } else if (wide) {
          cursor.int64(piece, out, 1 + at * (long) width);
        } else {
          cursor.int32(piece, out, 1 + at * (long) width);
        }
        at += piece;
      }
      long end = cursor.total() == n ? cursor.end() : -1;
      return new Object[] {out.toArray(ValueLayout.JAVA_BYTE), cursor.total(), end};
    }
  }

  @NeedsNatives
  @Property(tries = 300)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 3000) int n,
      @ForAll @IntRange(max = 64) int bits,
      @ForAll boolean wide,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = encoded(numbers(n, bits, random), wide, random);
    Outcome outcome = Sections.assertParity(e -> () -> read(e, bytes, wide, n, seed));
    assertEquals((long) bytes.length, outcome.figure(2), "the end of the section");
  }

  @NeedsNatives
  @Property(tries = 2000)
  void brokenBytesHaveTheSameOutcome(
      @ForAll @IntRange(max = 300) int n,
      @ForAll @IntRange(max = 64) int bits,
      @ForAll boolean wide,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = Sections.damage(encoded(numbers(n, bits, random), wide, random), random);
    Sections.assertParity(e -> () -> read(e, bytes, wide, n, seed));
  }

  @Property(tries = 300)
  void javaReadsWhatWasWritten(
      @ForAll @IntRange(max = 2000) int n,
      @ForAll @IntRange(max = 64) int bits,
      @ForAll boolean wide,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] values = numbers(n, bits, random);
    byte[] bytes = encoded(values, wide, random);
    try (ParquetDelta.Cursor cursor = Kernels.PARQUET_DELTA.on(Engine.JAVA).open()) {
      cursor.begin(Sections.offHeap(bytes), 0, bytes.length);
      if (wide) {
        long[] read = new long[n];
        cursor.int64(n, MemorySegment.ofArray(read), 0);
        assertArrayEquals(values, read);
      } else {
        int[] read = new int[n];
        cursor.int32(n, MemorySegment.ofArray(read), 0);
        assertArrayEquals(ints(values), read);
      }
    }
  }
}
