package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetNesting;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ParquetNestingParityTest extends ParityTest {
  /// Levels of both kinds, the entries from `from` to `from + n`, and what they are compared with.
  private record Given(
      MemorySegment def, MemorySegment rep, int from, int n, int slotRep, int slotDef, int item) {
    static Given random(int entries, int mostRep, int mostDef, SplittableRandom random) {
      MemorySegment def = levels(entries, mostDef, random);
      MemorySegment rep = mostRep == 0 ? MemorySegment.NULL : levels(entries, mostRep, random);
      int from = random.nextInt(entries + 1);
      int slotDef = random.nextInt(mostDef + 1);
      return new Given(
          def,
          rep,
          from,
          random.nextInt(entries - from + 1),
          random.nextInt(mostRep + 1),
          slotDef,
          random.nextInt(slotDef, mostDef + 1));
    }

    private static MemorySegment levels(int n, int most, SplittableRandom random) {
      byte[] levels = new byte[n];
      for (int i = 0; i < n; i++) {
        levels[i] = (byte) (random.nextInt(3) == 0 ? most : random.nextInt(most + 1));
      }
      return OffHeap.copy(MemorySegment.ofArray(levels));
    }
  }

  private static ParquetNesting kernel(RunOptions run) {
    return Kernels.PARQUET_NESTING.on(run.engine());
  }

  private static byte[] bytes(MemorySegment segment) {
    return segment.toArray(ValueLayout.JAVA_BYTE);
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 500) int entries,
      @ForAll @IntRange(max = 255) int mostRep,
      @ForAll @IntRange(max = 255) int mostDef,
      @ForAll long seed) {
    compare(entries, mostRep, mostDef, seed);
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJavaOnUsualLevels(
      @ForAll @IntRange(max = 2000) int entries,
      @ForAll @IntRange(max = 3) int mostRep,
      @ForAll @IntRange(max = 5) int mostDef,
      @ForAll long seed) {
    compare(entries, mostRep, mostDef, seed);
  }

  private static void compare(int entries, int mostRep, int mostDef, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Given g = Given.random(entries, mostRep, mostDef, random);
    long want = random.nextInt(entries + 2);
    assertParity(run -> new Object[] {kernel(run).records(g.rep, g.from, g.n, want).toString()});
    int room = random.nextInt(4) == 0 ? random.nextInt(g.n + 2) : g.n + 1;
    int before = random.nextInt(20);
    assertParity(
        run -> {
          MemorySegment bitmap = Arena.ofAuto().allocate((before + room + 7) / 8).fill((byte) 0x5a);
          long found =
              kernel(run)
                  .validity(
                      g.def, g.rep, g.from, g.n, g.slotRep, g.slotDef, g.item, bitmap, before);
          return new Object[] {found, bytes(bitmap)};
        });
    int base = random.nextInt(8) == 0 ? Integer.MAX_VALUE - 50 : before;
    assertParity(
        run -> {
          MemorySegment out = Arena.ofAuto().allocate(4L * (before + room)).fill((byte) 0x5a);
          long found =
              kernel(run)
                  .offsets(
                      g.def, g.rep, g.from, g.n, g.slotRep, g.slotDef, g.item, out, before, base);
          return new Object[] {found, bytes(out)};
        });
  }

  @Example
  void buffersAndArgumentsAreChecked() {
    MemorySegment levels = OffHeap.copy(MemorySegment.ofArray(new byte[100]));
    MemorySegment none = MemorySegment.NULL;
    MemorySegment out = OffHeap.copy(MemorySegment.ofArray(new byte[12]));
    for (Setup setup : Setup.engines()) {
      ParquetNesting kernel = kernel(setup.options());
      assertOutside(() -> kernel.records(levels, 1, 100, 5));
      assertOutside(() -> kernel.records(levels, 0, 100, -1));
      assertOutside(() -> kernel.records(none, 0, 1L << 31, 5));
      assertOutside(() -> kernel.validity(levels, none, 1, 100, 0, 0, 1, out, 0));
      assertOutside(() -> kernel.validity(levels, out, 0, 100, 0, 0, 1, out, 0));
      assertOutside(() -> kernel.validity(levels, none, 0, 97, 0, 0, 1, out, 0));
      assertOutside(() -> kernel.validity(levels, none, 0, 1, 0, 0, 1, out, 97));
      assertOutside(() -> kernel.offsets(levels, none, 0, 3, 0, 0, 1, out, 0, 0));
      assertOutside(() -> kernel.offsets(levels, none, 0, 0, 0, 0, 1, out, 3, 0));
      assertThrows(
          IllegalArgumentException.class,
          () -> kernel.validity(levels, none, 0, 1, 0, 0, 256, out, 0));
      assertThrows(
          DecodeException.class,
          () -> kernel.offsets(levels, none, 0, 1, 0, 0, 0, out, 0, Integer.MAX_VALUE));
    }
  }

  private static void assertOutside(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }
}
