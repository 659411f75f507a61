package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetConvert.Conversion;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParquetConvertParityTest {
  private static byte[] bytes(int n, SplittableRandom random) {
    byte[] bytes = new byte[n];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] fixed(Engine engine, Conversion conversion, int width, byte[] bytes) {
    int n = bytes.length / width;
    MemorySegment out = Arena.ofAuto().allocate(n * (long) conversion.outBytes() + 2);
    MemorySegment in = OffHeap.copy(MemorySegment.ofArray(bytes));
    Kernels.PARQUET_CONVERT.on(engine).fixed(conversion, width, in, 0, n, out, 1);
    return out.toArray(ValueLayout.JAVA_BYTE);
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJava(
      @ForAll Conversion conversion, @ForAll @IntRange(max = 300) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width =
        switch (conversion) {
          case INT32_TO_INT8, INT32_TO_INT16 -> 4;
          case INT96_TO_NANOS -> 12;
          case BIG_ENDIAN_TO_128, BIG_ENDIAN_TO_256 -> random.nextInt(1, conversion.outBytes() + 1);
        };
    byte[] bytes = bytes(n * width, random);
    Sections.assertParity(engine -> () -> new Object[] {fixed(engine, conversion, width, bytes)});
  }

  @Property(tries = 300)
  void javaReadsBigEndian(@ForAll @IntRange(min = 1, max = 32) int width, @ForAll long seed) {
    byte[] bytes = bytes(width, new SplittableRandom(seed));
    Conversion conversion =
        width <= 16 ? Conversion.BIG_ENDIAN_TO_128 : Conversion.BIG_ENDIAN_TO_256;
    byte[] out = fixed(Engine.JAVA, conversion, width, bytes);
    byte[] reversed = new byte[conversion.outBytes()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = out[conversion.outBytes() - i];
    }
    assertEquals(new BigInteger(bytes), new BigInteger(reversed));
  }

  @Test
  void javaKnowsTheDaysOfInt96() {
    MemorySegment in = Arena.ofAuto().allocate(12, 4);
    in.set(ValueLayout.JAVA_LONG_UNALIGNED, 0, 7);
    in.set(ValueLayout.JAVA_INT_UNALIGNED, 8, 2440588 + 2);
    MemorySegment out = Arena.ofAuto().allocate(8, 8);
    Kernels.PARQUET_CONVERT.on(Engine.JAVA).fixed(Conversion.INT96_TO_NANOS, 12, in, 0, 1, out, 0);
    assertEquals(2 * 86_400_000_000_000L + 7, out.get(ValueLayout.JAVA_LONG, 0));
  }

  private static Object[] decimals(
      Engine engine, Conversion conversion, int[] offsets, byte[] bytes) {
    int n = offsets.length - 2;
    MemorySegment out = Arena.ofAuto().allocate(n * (long) conversion.outBytes());
    Kernels.PARQUET_CONVERT
        .on(engine)
        .decimals(
            conversion,
            OffHeap.ints(offsets),
            1,
            OffHeap.copy(MemorySegment.ofArray(bytes)),
            n,
            out,
            0);
    return new Object[] {out.toArray(ValueLayout.JAVA_BYTE)};
  }

  /// Numbers of 0 bytes up, some longer than their type with the sign repeated, now and then one
  /// too long.
  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJavaOnNumbersOfAnyLength(
      @ForAll @IntRange(max = 60) int n, @ForAll boolean large, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Conversion conversion = large ? Conversion.BIG_ENDIAN_TO_256 : Conversion.BIG_ENDIAN_TO_128;
    int[] offsets = new int[n + 2];
    byte[] bytes = bytes(n * 40, random);
    for (int i = 1; i <= n; i++) {
      int size = random.nextInt(conversion.outBytes() + 4);
      int extra = Math.max(0, size - conversion.outBytes());
      offsets[i + 1] = offsets[i] + size;
      if (random.nextInt(100) > 0 && extra > 0) {
        byte sign = (byte) (bytes[offsets[i] + extra] >> 7);
        Arrays.fill(bytes, offsets[i], offsets[i] + extra, sign);
      }
    }
    Sections.assertParity(engine -> () -> decimals(engine, conversion, offsets, bytes));
  }

  @Test
  void signsMayBeRepeatedWithoutEnd() throws Exception {
    byte[] minusTwo = new byte[20];
    Arrays.fill(minusTwo, (byte) -1);
    minusTwo[19] = -2;
    byte[] out =
        (byte[])
            decimals(Engine.JAVA, Conversion.BIG_ENDIAN_TO_128, new int[] {0, 0, 20}, minusTwo)[0];
    byte[] expected = new byte[16];
    Arrays.fill(expected, (byte) -1);
    expected[0] = -2;
    assertArrayEquals(expected, out);
  }
}
