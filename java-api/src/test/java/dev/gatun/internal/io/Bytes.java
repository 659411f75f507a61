package dev.gatun.internal.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Bytes for inputs, and what came of them.
final class Bytes {
  private Bytes() {}

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStream(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  /// A stream that gives a few bytes at a time.
  static InputStream trickle(byte[] bytes, int atOnce) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, atOnce));
      }
    };
  }

  /// Reads to the end, so many bytes at a time at most, and closes the stream.
  static byte[] readAll(ByteStream stream, int atOnce) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (stream;
        Arena arena = Arena.ofConfined()) {
      MemorySegment into = arena.allocate(atOnce + 2);
      for (int n; (n = stream.read(into, 1, atOnce)) >= 0; ) {
        assertTrue(n > 0 && n <= atOnce, "read " + n);
        out.writeBytes(into.asSlice(1, n).toArray(ValueLayout.JAVA_BYTE));
      }
      assertTrue(stream.read(into, 1, atOnce) < 0, "the end stays the end");
    }
    return out.toByteArray();
  }
}
