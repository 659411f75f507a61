package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColumnSpreadParityTest extends ParityTest {
  /// Slots `bitOffset` to `bitOffset + n` of a bitmap.
  private record Slots(MemorySegment validity, int bitOffset, int n, int present) {
    static Slots random(int n, SplittableRandom random) {
      int bitOffset = random.nextInt(70);
      byte[] bitmap = new byte[(bitOffset + n + 7) / 8];
      random.nextBytes(bitmap);
      int percent = random.nextInt(-50, 150);
      int run = random.nextInt(1, 100);
      int present = 0;
      for (int i = bitOffset; i < bitOffset + n; i++) {
        boolean valid = percent < 0 ? i / run % 2 == 0 : random.nextInt(100) < percent;
        bitmap[i / 8] = (byte) (bitmap[i / 8] & ~(1 << i % 8) | (valid ? 1 << i % 8 : 0));
        present += valid ? 1 : 0;
      }
      return new Slots(OffHeap.copy(MemorySegment.ofArray(bitmap)), bitOffset, n, present);
    }
  }

  private static ColumnSpread kernel(RunOptions run) {
    return Kernels.COLUMN_SPREAD.on(run.engine());
  }

  private static MemorySegment noise(int size, SplittableRandom random) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return OffHeap.copy(MemorySegment.ofArray(bytes));
  }

  private static Object[] figures(MemorySegment segment) {
    return new Object[] {segment.toArray(ValueLayout.JAVA_BYTE)};
  }

  @NeedsNatives
  @Property(tries = 500)
  void fixed(
      @ForAll @IntRange(max = 500) int n,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(max = 9) int first,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Slots s = Slots.random(n, random);
    MemorySegment dense = noise((first + n + 1) * width, random);
    assertParity(
        run -> {
          MemorySegment values = OffHeap.copy(dense);
          kernel(run).fixed(values, first, width, s.validity, s.bitOffset, n, s.present);
          return figures(values);
        });
  }

  @NeedsNatives
  @Property(tries = 500)
  void bitsAndOffsets(
      @ForAll @IntRange(max = 700) int n,
      @ForAll @IntRange(max = 100) int first,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Slots s = Slots.random(n, random);
    MemorySegment dense = noise((first + n + 1) * 4, random);
    assertParity(
        run -> {
          MemorySegment values = OffHeap.copy(dense);
          kernel(run).bits(values, first, s.validity, s.bitOffset, n, s.present);
          return figures(values);
        });
    assertParity(
        run -> {
          MemorySegment values = OffHeap.copy(dense);
          kernel(run).offsets(values, first, s.validity, s.bitOffset, n, s.present);
          return figures(values);
        });
  }

  @Example
  void buffersAndArgumentsAreChecked() {
    MemorySegment values = OffHeap.copy(MemorySegment.ofArray(new byte[16]));
    MemorySegment validity = OffHeap.copy(MemorySegment.ofArray(new byte[] {3, 0, 0}));
    for (Setup setup : Setup.engines()) {
      ColumnSpread kernel = kernel(setup.options());
      assertOutside(() -> kernel.fixed(values, 1, 4, validity, 0, 4, 2));
      assertOutside(() -> kernel.fixed(values, -1, 4, validity, 0, 4, 2));
      assertOutside(() -> kernel.fixed(values, 0, 4, validity, 21, 4, 0));
      assertOutside(() -> kernel.bits(values, 110, validity, 0, 20, 2));
      assertOutside(() -> kernel.offsets(values, 0, validity, 0, 4, 2));
      assertRefused(() -> kernel.fixed(values, 0, 0, validity, 0, 4, 2));
      assertRefused(() -> kernel.fixed(values, 0, 4, validity, 0, 4, 1));
      assertRefused(() -> kernel.bits(values, 0, validity, 0, 4, 3));
      assertRefused(() -> kernel.offsets(values, 0, validity, 0, 3, 4));
      assertRefused(() -> kernel.offsets(values, 0, validity, 0, 3, -1));
    }
  }

  private static void assertOutside(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }
}
