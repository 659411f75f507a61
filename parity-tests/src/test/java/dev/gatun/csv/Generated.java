package dev.gatun.csv;

import java.io.InputStream;

/// A beginning, and then the same bytes over and over: texts larger than any memory.
final class Generated extends InputStream {
  private final byte[] beginning;
  private final byte[] block;
  private final long size;
  private volatile long at;

  /// @param size of everything
  Generated(String beginning, String repeated, long size) {
    this.beginning = beginning.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    this.block =
        repeated
            .repeat(Math.max(1, 8192 / repeated.length()))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    this.size = size;
  }

  /// Bytes that were asked for so far.
  long given() {
    return at;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at >= size) {
      return -1;
    }
    boolean first = at < beginning.length;
    byte[] from = first ? beginning : block;
    int start = (int) (first ? at : (at - beginning.length) % block.length);
    int count = (int) Math.min(Math.min(length, from.length - start), size - at);
    System.arraycopy(from, start, into, offset, count);
    at += count;
    return count;
  }
}
