package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.support.Footers;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ParquetFooterParityTest {
  private static final int MOST_CHUNKS = 300;
  private static final int MOST_ROW_GROUPS = 50;

  /// Everything the kernel says; room for fewer entries than some footers have.
  private static Object[] index(Engine engine, byte[] footer) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(Math.max(1, footer.length));
      MemorySegment.copy(MemorySegment.ofArray(footer), 0, bytes, 0, footer.length);
      MemorySegment groups = arena.allocate(MOST_ROW_GROUPS * ParquetFooter.ROW_GROUP_BYTES);
      MemorySegment chunks = arena.allocate(MOST_CHUNKS * ParquetFooter.CHUNK_BYTES);
      ParquetFooter.Summary summary =
          Kernels.PARQUET_FOOTER.on(engine).index(bytes, footer.length, groups, chunks);
      return new Object[] {
        summary.toString(),
        groups.toArray(ValueLayout.JAVA_LONG),
        chunks.toArray(ValueLayout.JAVA_INT)
      };
    }
  }

  @NeedsNatives
  @Property(tries = 300)
  void nativeEqualsJava(@ForAll long seed) {
    byte[] footer = Footers.random(seed);
    Outcome outcome = Sections.assertParity(engine -> () -> index(engine, footer));
    assertNotEquals("broken", outcome.figure(0));
  }

  @NeedsNatives
  @Property(tries = 1000)
  void nativeEqualsJavaOnDamagedFooters(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] footer = Footers.random(seed);
    if (random.nextInt(4) == 0) {
      footer = Arrays.copyOf(footer, random.nextInt(footer.length));
    }
    for (int i = random.nextInt(1, 4); i > 0 && footer.length > 0; i--) {
      footer[random.nextInt(footer.length)] =
          (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
    }
    byte[] damaged = footer;
    Sections.assertParity(engine -> () -> index(engine, damaged));
  }

  @NeedsNatives
  @Property(tries = 20)
  void aFooterThatIsCutIsBroken(@ForAll long seed) {
    byte[] footer = Footers.random(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      byte[] cut = Arrays.copyOf(footer, random.nextInt(footer.length));
      assertEquals("broken", Sections.assertParity(engine -> () -> index(engine, cut)).figure(0));
    }
  }
}
