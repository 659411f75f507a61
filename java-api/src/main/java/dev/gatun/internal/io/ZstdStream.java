package dev.gatun.internal.io;

import dev.gatun.GatunException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Zstandard frames, one after another, decompressed in Java: [ZstdInputStream] has no native path.
/// Windows of up to 8 MiB, which is what every level up to 19 uses.
final class ZstdStream extends Decompression {
  private final byte[] piece = new byte[1 << 16];
  private final InputStream frames;

  ZstdStream(String name, ByteStream stored) {
    super(name, stored);
    this.frames = new ZstdInputStream(new ZstdFrames(stored));
  }

  @Override
  int decompress(MemorySegment into, long offset, int length) throws IOException {
    try {
      int n = frames.read(piece, 0, Math.min(length, piece.length));
      MemorySegment.copy(piece, 0, into, ValueLayout.JAVA_BYTE, offset, Math.max(n, 0));
      return n;
    } catch (UncheckedIOException | GatunException e) {
      throw e; // from below
    } catch (RuntimeException e) {
      throw new IOException(
          "zstd data is damaged or uses a feature not supported: " + e.getMessage(), e);
    }
  }
}
