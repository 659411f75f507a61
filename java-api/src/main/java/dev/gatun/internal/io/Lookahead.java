package dev.gatun.internal.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// A stream whose first bytes can be looked at before they are read.
final class Lookahead implements ByteStream {
  private final ByteStream in;
  private final MemorySegment start;
  private int position;
  private int filled;

  /// Waits for the first bytes.
  ///
  /// @param most how many, unless the stream ends before
  Lookahead(ByteStream in, int most) {
    this.in = in;
    this.start = MemorySegment.ofArray(new byte[most]);
    for (int n = 0; n >= 0 && filled < most; ) {
      n = in.read(start, filled, most - filled);
      filled += Math.max(n, 0);
    }
  }

  /// Whether it begins with these bytes. Before any byte is read.
  boolean startsWith(int... bytes) {
    boolean same = bytes.length <= filled;
    for (int i = 0; same && i < bytes.length; i++) {
      same = Byte.toUnsignedInt(start.get(JAVA_BYTE, i)) == bytes[i];
    }
    return same;
  }

  /// Leaves out some of the bytes looked at.
  void skip(int bytes) {
    position += bytes;
  }

  @Override
  public int read(MemorySegment into, long offset, int length) {
    if (position == filled) {
      return in.read(into, offset, length);
    }
    int n = Math.min(length, filled - position);
    MemorySegment.copy(start, position, into, offset, n);
    position += n;
    return n;
  }

  @Override
  public long consumed() {
    return in.consumed();
  }

  @Override
  public void close() {
    in.close();
  }
}
