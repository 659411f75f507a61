package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.kernel.CodecDecompress.Decompressor;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CodecDecompressParityTest extends ParityTest {
  /// "Gatun: locks lift ships …" six times, 0 .. 39, a hundred zeros: by brotli -q 9.
  private static final byte[] BROTLI_SAMPLE =
      HexFormat.of()
          .parseHex(
              "13950200c488799b4bfd89d7170a1c2a009d1cb09e0ec76b026dcd53094002830402dd180fed"
                  + "45111161f5d52f9f77f37018dff818616d289e1de50192726eed9ecdfeb5178a722bd7325a6a"
                  + "36fbbf219fe9b5f5bb8bd18d20299a61391e030402d1f03b0451921555230c");

  private static final long BROTLI_SAMPLE_CRC = 0x9f2eb168L;
  private static final int BROTLI_SAMPLE_SIZE = 662;

  /// The bytes, or the fact that there are none: what is said about an error may differ.
  private static Outcome decompress(Setup setup, Codec codec, byte[] block, int size) {
    return setup.run(
        _ -> Outcome.of(() -> new Object[] {bytes(setup.engine(), codec, block, size)}));
  }

  private static Object bytes(Engine engine, Codec codec, byte[] block, int size) {
    try (Arena arena = Arena.ofConfined();
        Decompressor decompressor = Kernels.CODEC_DECOMPRESS.on(engine).open()) {
      MemorySegment in = arena.allocate(Math.max(1, block.length));
      MemorySegment.copy(block, 0, in, ValueLayout.JAVA_BYTE, 0, block.length);
      MemorySegment out = arena.allocate(1 + size + Slack.BYTES);
      try {
        decompressor.decompress(codec, in, 0, block.length, out, 1, size);
      } catch (DecodeException e) {
        return "broken";
      }
      return out.asSlice(1, size).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  private static void assertSame(Codec codec, byte[] block, int size) {
    Outcome expected = decompress(Setup.JAVA, codec, block, size);
    for (Setup setup : Setup.natives()) {
      if (setup.threads() == 1) {
        Outcome found = decompress(setup, codec, block, size);
        if (!isLibraryStrictness(codec, expected, found)) {
          assertEquals(expected, found, setup::toString);
        }
      }
    }
  }

  /// These two come from libraries on both engines, which do not notice the same damage. What both
  /// accept must be the same all the same.
  private static boolean isLibraryStrictness(Codec codec, Outcome a, Outcome b) {
    return (codec == Codec.ZSTD || codec == Codec.BROTLI)
        && a.toString().contains("broken") != b.toString().contains("broken");
  }

  @Property(tries = 300)
  void javaGivesBackWhatWasCompressed(
      @ForAll Codec codec, @ForAll long seed, @ForAll @IntRange(max = 5000) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] text = CompressedBlocks.text(random, size);
    byte[] block = CompressedBlocks.compress(codec, text, random);
    assertArrayEquals(text, (byte[]) bytes(Engine.JAVA, codec, block, size));
  }

  @NeedsNatives
  @Property(tries = 300)
  void nativeEqualsJava(
      @ForAll Codec codec, @ForAll long seed, @ForAll @IntRange(max = 200_000) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] block = CompressedBlocks.compress(codec, CompressedBlocks.text(random, size), random);
    assertSame(codec, block, size);
    assertSame(codec, block, size + 1);
    assertSame(codec, block, Math.max(0, size - 1));
  }

  @NeedsNatives
  @Property(tries = 1500)
  void nativeEqualsJavaOnDamagedBlocks(
      @ForAll Codec codec, @ForAll long seed, @ForAll @IntRange(max = 3000) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] block = CompressedBlocks.compress(codec, CompressedBlocks.text(random, size), random);
    assertSame(codec, damage(block, random), size);
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJavaOnNoise(
      @ForAll Codec codec, @ForAll byte[] noise, @ForAll @IntRange(max = 300) int size) {
    assertSame(codec, noise, size);
  }

  private static byte[] damage(byte[] block, SplittableRandom random) {
    byte[] damaged = block;
    if (random.nextInt(4) == 0) {
      damaged = Arrays.copyOf(block, random.nextInt(block.length + 20));
    } else {
      damaged = block.clone();
    }
    for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  @Example
  void brotliWithCodes() {
    for (Setup setup : Setup.engines()) {
      byte[] text = (byte[]) bytes(setup.engine(), Codec.BROTLI, BROTLI_SAMPLE, BROTLI_SAMPLE_SIZE);
      CRC32 crc = new CRC32();
      crc.update(text);
      assertEquals(BROTLI_SAMPLE_CRC, crc.getValue(), setup::toString);
    }
  }

  @NeedsNatives
  @Property(tries = 500)
  void nativeEqualsJavaOnDamagedBrotliWithCodes(@ForAll long seed) {
    byte[] damaged = damage(BROTLI_SAMPLE, new SplittableRandom(seed));
    assertSame(Codec.BROTLI, damaged, BROTLI_SAMPLE_SIZE);
  }

  @Example
  void boundsAreChecked() {
    for (Setup setup : Setup.engines()) {
      try (Arena arena = Arena.ofConfined();
          Decompressor decompressor = Kernels.CODEC_DECOMPRESS.on(setup.engine()).open()) {
        MemorySegment in = arena.allocate(10);
        MemorySegment out = arena.allocate(100);
        for (Codec codec : Codec.values()) {
          decompressor.decompress(codec, in, 10, 0, out, 36, 0);
          assertThrows(
              IndexOutOfBoundsException.class,
              () -> decompressor.decompress(codec, in, 5, 6, out, 0, 1));
          assertThrows(
              IndexOutOfBoundsException.class,
              () -> decompressor.decompress(codec, in, 0, 1, out, 0, 37));
          assertThrows(
              IndexOutOfBoundsException.class,
              () -> decompressor.decompress(codec, in, 0, 1, out, 0, Long.MAX_VALUE));
        }
      }
    }
  }

  @Example
  void nothingAfterClose() {
    for (Setup setup : Setup.engines()) {
      Decompressor decompressor = Kernels.CODEC_DECOMPRESS.on(setup.engine()).open();
      decompressor.close();
      decompressor.close();
      MemorySegment block = Arena.ofAuto().allocate(100);
      assertThrows(
          IllegalStateException.class,
          () -> decompressor.decompress(Codec.GZIP, block, 0, 1, block, 0, 1));
    }
  }
}
