package dev.gatun.internal.graphio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// From streams to buffers and back.
final class Streams {
  private static final int PIECE = 1 << 16;

  private Streams() {}

  /// Reads into heap or native memory.
  static int read(InputStream in, ByteBuffer target) throws IOException {
    if (target.hasArray()) {
      int at = target.arrayOffset() + target.position();
      int n = in.read(target.array(), at, target.remaining());
      target.position(target.position() + Math.max(n, 0));
      return n;
    }
    byte[] piece = new byte[Math.min(target.remaining(), PIECE)];
    int n = in.read(piece, 0, piece.length);
    target.put(piece, 0, Math.max(n, 0));
    return n;
  }

  /// A decoder as a stream.
  static InputStream of(Decoder decoder) {
    return new InputStream() {
      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        return decoder.read(ByteBuffer.wrap(target, from, length));
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        int n;
        do {
          n = read(one, 0, 1);
        } while (n == 0);
        return n < 0 ? -1 : one[0] & 0xff;
      }
    };
  }
}
