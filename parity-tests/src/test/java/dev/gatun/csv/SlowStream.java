package dev.gatun.csv;

import java.io.InputStream;

/// Gives a few bytes at a time, as pipes may.
final class SlowStream extends InputStream {
  private final byte[] bytes;
  private int at;

  SlowStream(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return at < bytes.length ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(length, 1 + at % 7), bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }
}
