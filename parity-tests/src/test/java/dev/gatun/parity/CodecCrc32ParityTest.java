package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecCrc32;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CodecCrc32ParityTest {
  private static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  @Property(tries = 300)
  void piecesGiveTheChecksumOfTheWhole(
      @ForAll @IntRange(max = 5000) int size,
      @ForAll @IntRange(max = 5000) int cut,
      @ForAll long seed) {
    byte[] bytes = bytes(size, seed);
    CRC32 expected = new CRC32();
    expected.update(bytes);
    MemorySegment data = OffHeap.copy(MemorySegment.ofArray(bytes));
    int first = Math.min(cut, size);
    for (Setup setup : Setup.engines()) {
      CodecCrc32 crc = Kernels.CODEC_CRC32.on(setup.engine());
      int before = crc.update(0, data, 0, first);
      assertEquals((int) expected.getValue(), crc.update(before, data, first, size - first));
    }
  }

  @NeedsNatives
  @Property(tries = 300)
  void nativeEqualsJavaFromAnySeed(
      @ForAll int seed,
      @ForAll @IntRange(max = 100_000) int size,
      @ForAll @IntRange(max = 63) int offset) {
    MemorySegment data = OffHeap.copy(MemorySegment.ofArray(bytes(size + offset, seed)));
    assertEquals(
        Kernels.CODEC_CRC32.on(Engine.JAVA).update(seed, data, offset, size),
        Kernels.CODEC_CRC32.on(Engine.NATIVE).update(seed, data, offset, size));
  }
}
