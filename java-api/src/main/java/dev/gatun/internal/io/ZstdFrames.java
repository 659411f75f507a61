package dev.gatun.internal.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;

/// Zstandard frames (RFC 8878) without the skippable ones between them, for a decompressor that
/// knows those not. Walks from block to block, so that it knows an end that comes too early.
final class ZstdFrames extends InputStream {
  private static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int LONGEST_HEADER = 18;

  private final ByteStream stored;
  private final byte[] piece = new byte[1 << 16];
  private final MemorySegment pieceSegment = MemorySegment.ofArray(piece);
  private int position;
  private int limit;

  /// What was read of a header and is to be handed on.
  private final byte[] header = new byte[LONGEST_HEADER];

  private int headerPosition;
  private int headerSize;

  /// Bytes to hand on behind the header.
  private int rest;

  private boolean first = true;
  private boolean inFrame;
  private boolean checksum;

  ZstdFrames(ByteStream stored) {
    this.stored = stored;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    while (headerPosition == headerSize && rest == 0) {
      headerPosition = 0;
      headerSize = 0;
      if (inFrame) {
        beginBlock();
      } else if (!beginFrame()) {
        return -1;
      }
    }
    int n;
    if (headerPosition < headerSize) {
      n = Math.min(length, headerSize - headerPosition);
      System.arraycopy(header, headerPosition, target, from, n);
      headerPosition += n;
    } else {
      require();
      n = Math.min(Math.min(length, rest), limit - position);
      System.arraycopy(piece, position, target, from, n);
      position += n;
      rest -= n;
    }
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @return false at the end of the data, or behind a skippable frame
  private boolean beginFrame() throws IOException {
    int magic = magic();
    while ((magic & ~0xf) == SKIPPABLE) {
      skipStored(Integer.toUnsignedLong(takeInt()));
      headerSize = 0;
      magic = magic();
    }
    if (magic == 0) {
      return false;
    }
    if (magic != MAGIC) {
      throw new IOException(first ? "not zstd data" : "zstd data is followed by something else");
    }
    first = false;
    inFrame = true;
    int descriptor = take();
    boolean singleSegment = (descriptor & 0x20) != 0;
    checksum = (descriptor & 4) != 0;
    int window = singleSegment ? 0 : 1;
    int dictionary = (1 << (descriptor & 3)) >> 1;
    int contentSize = descriptor >>> 6 == 0 ? 1 - window : 1 << (descriptor >>> 6);
    for (int i = window + dictionary + contentSize; i > 0; i--) {
      take();
    }
    return true;
  }

  /// @return 0 at the end of the data
  private int magic() throws IOException {
    return first || fill() ? takeInt() : 0;
  }

  private void beginBlock() throws IOException {
    int block = take() | take() << 8 | take() << 16;
    int type = block >>> 1 & 3;
    rest = type == 1 ? 1 : block >>> 3;
    if ((block & 1) != 0) {
      inFrame = false;
      rest += checksum ? Integer.BYTES : 0;
    }
  }

  private int takeInt() throws IOException {
    return take() | take() << 8 | take() << 16 | take() << 24;
  }

  private int take() throws IOException {
    require();
    byte b = piece[position++];
    header[headerSize++] = b;
    return b & 0xff;
  }

  private void skipStored(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      require();
      int n = (int) Math.min(left, limit - position);
      position += n;
      left -= n;
    }
  }

  private void require() throws IOException {
    if (!fill()) {
      throw new EOFException("zstd data ends too early");
    }
  }

  /// @return whether there is input left
  private boolean fill() {
    if (position == limit) {
      position = 0;
      limit = Math.max(stored.read(pieceSegment, 0, piece.length), 0);
    }
    return position < limit;
  }
}
