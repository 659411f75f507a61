package dev.gatun.bench;

import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Pages of 1 MiB: what columns of text, of decimals and of dictionary indexes look like.
final class Pages {
  static final int SIZE = 1 << 20;

  private static final String[] WORDS =
      ("furiously quickly carefully slyly regular express final pending special bold silent deposits"
              + " accounts packages requests foxes pinto beans platelets ideas courts above the")
          .split(" ");

  private Pages() {}

  static byte[] page(String kind) {
    SplittableRandom random = new SplittableRandom(1);
    ByteBuffer page = ByteBuffer.allocate(SIZE + 64).order(ByteOrder.LITTLE_ENDIAN);
    while (page.position() < SIZE) {
      switch (kind) {
        case "text" ->
            page.put(WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.US_ASCII))
                .put((byte) ' ');
        case "decimals" -> page.putLong(random.nextLong(1, 50) * random.nextLong(90_000, 110_000));
        case "indexes" -> run(random, page);
        default -> throw new IllegalArgumentException(kind);
      }
    }
    return Arrays.copyOf(page.array(), SIZE);
  }

  /// A repeated byte or small numbers.
  private static void run(SplittableRandom random, ByteBuffer page) {
    boolean repeats = random.nextBoolean();
    byte repeated = (byte) random.nextInt(4);
    for (int i = random.nextInt(40); i > 0; i--) {
      page.put(repeats ? repeated : (byte) (random.nextInt() & 0x77));
    }
  }

  static byte[] compress(String codec, byte[] page) {
    return switch (codec) {
      case "SNAPPY" -> by(new SnappyJavaCompressor(), page);
      case "LZ4_RAW" -> by(new Lz4JavaCompressor(), page);
      case "ZSTD" -> by(new ZstdJavaCompressor(), page);
      case "GZIP" -> gzip(page);
      default -> throw new IllegalArgumentException(codec);
    };
  }

  private static byte[] by(Compressor compressor, byte[] page) {
    byte[] block = new byte[compressor.maxCompressedLength(page.length)];
    return Arrays.copyOf(block, compressor.compress(page, 0, page.length, block, 0, block.length));
  }

  private static byte[] gzip(byte[] page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static MemorySegment offHeap(byte[] bytes) {
    return Arena.ofAuto().allocate(bytes.length, 64).copyFrom(MemorySegment.ofArray(bytes));
  }
}
