package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParquetHybridParityTest extends ParityTest {
  private static final int[] WIDTHS = {1, 2, 3, 4, 8, 12, 16, 21};
  private static final int ENTRIES = 700;
  private static final MemorySegment DICTIONARY = dictionary();

  private static MemorySegment dictionary() {
    byte[] bytes = new byte[21 * ENTRIES];
    new SplittableRandom(1).nextBytes(bytes);
    return OffHeap.copy(MemorySegment.ofArray(bytes));
  }

  @NeedsNatives
  @Property(tries = 400)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 32) int bitWidth, @ForAll Layout layout, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HybridSection section = HybridSection.random(random, bitWidth, layout, 3000);
    assertParity(run -> inPieces(run.engine(), section, seed));
  }

  @NeedsNatives
  @Property(tries = 800)
  void nativeEqualsJavaOnDamagedBytes(
      @ForAll @IntRange(max = 32) int bitWidth, @ForAll Layout layout, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HybridSection section = HybridSection.random(random, bitWidth, layout, 1200).damaged(random);
    assertParity(run -> inPieces(run.engine(), section, seed));
  }

  @Property(tries = 300)
  void javaReadsWhatWasWritten(
      @ForAll @IntRange(max = 31) int bitWidth, @ForAll Layout layout, @ForAll long seed) {
    HybridSection section =
        HybridSection.random(new SplittableRandom(seed), bitWidth, layout, 1000);
    int n = section.values().length;
    try (ParquetHybrid.Cursor cursor = cursor(Engine.JAVA)) {
      section.begin(cursor);
      MemorySegment out = Arena.ofAuto().allocate(4L * n, 4);
      cursor.indices(n, out, 0, Integer.MAX_VALUE);
      int[] expected = section.values().clone();
      assertArrayEquals(expected, out.toArray(ValueLayout.JAVA_INT));
    }
  }

  private static ParquetHybrid.Cursor cursor(Engine engine) {
    return Kernels.PARQUET_HYBRID.on(engine).open();
  }

  /// Reads a section by random calls until an error or its end; the figures are all that was read.
  private static Object[] inPieces(Engine engine, HybridSection section, long seed) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<Object> read = new ArrayList<>();
    try (ParquetHybrid.Cursor cursor = cursor(engine)) {
      section.begin(cursor);
      int longest = random.nextBoolean() ? 40 : 2500;
      for (int left = section.values().length; left > 0; ) {
        int n = random.nextInt(Math.min(longest, left) + 1);
        read.add(piece(cursor, section.bitWidth(), n, random));
        left -= n;
      }
    } catch (DecodeException e) {
      read.add(e.getMessage());
      read.add(e.position());
    }
    return read.toArray();
  }

  private static Object piece(
      ParquetHybrid.Cursor cursor, int bitWidth, int n, SplittableRandom random) {
    int offset = random.nextInt(20);
    int limit = bitWidth < 31 && random.nextInt(8) != 0 ? 1 << bitWidth : random.nextInt(1, 256);
    int kind = random.nextInt(5);
    if (kind == 0 && bitWidth <= 1) {
      MemorySegment bitmap = marked((offset + n + 7) / 8);
      long ones = cursor.bits(n, bitmap, offset);
      return List.of(ones, contents(bitmap));
    } else if (kind == 1) {
      MemorySegment out = marked(offset + n);
      cursor.bytes(n, out, offset, Math.min(limit, 256));
      return contents(out);
    } else if (kind == 2) {
      int width = WIDTHS[random.nextInt(WIDTHS.length)];
      MemorySegment out = marked(offset + n * width);
      cursor.gather(n, width, DICTIONARY, Math.min(limit, ENTRIES), out, offset);
      return contents(out);
    } else if (kind == 3) {
      cursor.skip(n);
      return n;
    }
    MemorySegment out = marked(offset + 4 * n);
    cursor.indices(n, out, offset, limit);
    return contents(out);
  }

  private static MemorySegment marked(int size) {
    return Arena.ofAuto().allocate(size).fill((byte) 0x5a);
  }

  private static List<Byte> contents(MemorySegment segment) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : segment.toArray(ValueLayout.JAVA_BYTE)) {
      bytes.add(b);
    }
    return bytes;
  }

  @Example
  void buffersAndArgumentsAreChecked() {
    for (Setup setup : Setup.engines()) {
      try (ParquetHybrid.Cursor cursor = cursor(setup.engine())) {
        MemorySegment data = marked(100);
        assertThrows(DecodeException.class, () -> cursor.skip(1));
        assertOutside(() -> cursor.begin(data, 0, 37, 1, Layout.PLAIN));
        assertOutside(() -> cursor.begin(data, 90, 11, 1, Layout.PLAIN));
        assertOutside(() -> cursor.begin(data, -1, 1, 1, Layout.PLAIN));
        assertThrows(
            DecodeException.class,
            () -> cursor.begin(data, 0, 36, 33, Layout.PLAIN),
            setup::toString);
        cursor.begin(data, 0, 36, 4, Layout.PLAIN);
        MemorySegment out = marked(8);
        assertOutside(() -> cursor.bytes(9, out, 0, 16));
        assertOutside(() -> cursor.bytes(1, out, 8, 16));
        assertOutside(() -> cursor.indices(3, out, 0, 16));
        assertOutside(() -> cursor.indices(Long.MAX_VALUE, out, 0, 16));
        assertOutside(() -> cursor.indices(-1, out, 0, 16));
        assertOutside(() -> cursor.gather(1, 9, DICTIONARY, 2, out, 0));
        assertOutside(() -> cursor.gather(1, 1, out, 9, out, 0));
        assertOutside(() -> cursor.skip(-1));
        assertThrows(IllegalArgumentException.class, () -> cursor.bits(1, out, 0));
        assertThrows(IllegalArgumentException.class, () -> cursor.bytes(1, out, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> cursor.indices(1, out, 0, -1));
        cursor.begin(data, 0, 36, 1, Layout.PLAIN);
        assertOutside(() -> cursor.bits(64, out, 1));
        assertEquals(32, cursor.bits(64, out, 0));
      }
    }
  }

  private static void assertOutside(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }

  @Example
  @NeedsNatives
  void bytesThatAreGoneAreAnException() {
    try (ParquetHybrid.Cursor cursor = cursor(Engine.NATIVE)) {
      try (Arena arena = Arena.ofConfined()) {
        cursor.begin(arena.allocate(100), 0, 36, 1, Layout.PLAIN);
      }
      assertThrows(IllegalStateException.class, () -> cursor.skip(1));
    }
  }
}
