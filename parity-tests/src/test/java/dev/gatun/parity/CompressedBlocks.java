package dev.gatun.parity;

import dev.gatun.internal.kernel.CodecDecompress.Codec;
import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Blocks of every codec, compressed in Java.
final class CompressedBlocks {
  private CompressedBlocks() {}

  /// Data with runs, repeats from near and far, and noise.
  static byte[] text(SplittableRandom random, int size) {
    byte[] text = new byte[size];
    for (int done = 0; done < size; ) {
      int n = Math.min(size - done, 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 20));
      int distance = 1 + random.nextInt(random.nextBoolean() ? 16 : Math.max(1, done));
      boolean repeats = distance <= done && random.nextInt(3) > 0;
      for (int i = done; i < done + n; i++) {
        text[i] = repeats ? text[i - distance] : (byte) random.nextInt(64);
      }
      done += n;
    }
    return text;
  }

  static byte[] compress(Codec codec, byte[] text, SplittableRandom random) {
    try {
      return switch (codec) {
        case SNAPPY -> by(new SnappyJavaCompressor(), text);
        case GZIP -> gzip(text, random);
        case BROTLI -> storedBrotli(text, random);
        case LZ4_HADOOP -> hadoop(text, random);
        case ZSTD -> zstd(text, random);
        case LZ4_RAW -> by(new Lz4JavaCompressor(), text);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] by(Compressor compressor, byte[] text) {
    byte[] block = new byte[compressor.maxCompressedLength(text.length)];
    int n = compressor.compress(text, 0, text.length, block, 0, block.length);
    return Arrays.copyOf(block, n);
  }

  /// What makes a piece of the output from a piece of the text.
  private interface Piece {
    void write(byte[] text) throws IOException;
  }

  /// Cuts a text into one to three pieces.
  private static void cut(byte[] text, SplittableRandom random, Piece piece) throws IOException {
    int first = random.nextInt(text.length + 1);
    int second = random.nextBoolean() ? text.length : random.nextInt(first, text.length + 1);
    piece.write(Arrays.copyOf(text, first));
    if (second > first) {
      piece.write(Arrays.copyOfRange(text, first, second));
    }
    if (text.length > second) {
      piece.write(Arrays.copyOfRange(text, second, text.length));
    }
  }

  private static byte[] gzip(byte[] text, SplittableRandom random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    cut(
        text,
        random,
        piece -> {
          try (OutputStream member = new GZIPOutputStream(out)) {
            member.write(piece);
          }
        });
    return out.toByteArray();
  }

  private static byte[] zstd(byte[] text, SplittableRandom random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    cut(text, random, piece -> out.write(by(new ZstdJavaCompressor(), piece)));
    return out.toByteArray();
  }

  /// Raw or framed.
  private static byte[] hadoop(byte[] text, SplittableRandom random) throws IOException {
    if (random.nextInt(3) == 0) {
      return by(new Lz4JavaCompressor(), text);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    cut(
        text,
        random,
        buffer -> {
          out.writeInt(buffer.length);
          int half = random.nextBoolean() ? buffer.length : buffer.length / 2;
          for (byte[] piece :
              new byte[][] {
                Arrays.copyOf(buffer, half), Arrays.copyOfRange(buffer, half, buffer.length)
              }) {
            if (piece.length > 0) {
              byte[] block = by(new Lz4JavaCompressor(), piece);
              out.writeInt(block.length);
              out.write(block);
            }
          }
        });
    return bytes.toByteArray();
  }

  /// A Brotli stream of uncompressed meta-blocks (RFC 7932, 9.2); Java has no compressor.
  private static byte[] storedBrotli(byte[] text, SplittableRandom random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] bitsBefore = {1}; // WBITS = 16 is one bit, 0
    cut(
        text,
        random,
        piece -> {
          for (int done = 0, n; done < piece.length; done += n) {
            n = Math.min(piece.length - done, 1 << 16);
            // ISLAST 0, MNIBBLES 0 (four), MLEN - 1, ISUNCOMPRESSED 1
            int header = ((n - 1) << 3 | 1 << 19) << bitsBefore[0];
            out.write(header);
            out.write(header >> 8);
            out.write(header >> 16);
            out.write(piece, done, n);
            bitsBefore[0] = 0;
          }
        });
    out.write(3 << bitsBefore[0]); // ISLAST, ISLASTEMPTY
    return out.toByteArray();
  }
}
