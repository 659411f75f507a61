package dev.gatun.internal.io;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Gzip members, one after another (RFC 1952). Unlike [java.util.zip.GZIPInputStream], which takes
/// anything wrong after the first member for its end, every byte must belong to a whole member;
/// zeros may follow the last one.
final class GzipStream extends Decompression {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final ByteBuffer input = ByteBuffer.allocate(1 << 16);
  private final MemorySegment piece = MemorySegment.ofBuffer(input);
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean inMember;
  private boolean first = true;

  GzipStream(String name, ByteStream stored) {
    super(name, stored);
    input.limit(0);
  }

  @Override
  int decompress(MemorySegment into, long offset, int length) throws IOException {
    ByteBuffer target = into.asSlice(offset, length).asByteBuffer();
    while (true) {
      if (!inMember && !beginMember()) {
        return -1;
      }
      int n = inflate(target);
      if (n > 0) {
        crc.update(target.flip());
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        require();
        inflater.setInput(input);
      } else {
        throw new IOException("gzip data is damaged: it asks for a dictionary");
      }
    }
  }

  private int inflate(ByteBuffer target) throws IOException {
    try {
      return inflater.inflate(target);
    } catch (DataFormatException e) {
      throw new IOException("gzip data is damaged: " + e.getMessage(), e);
    }
  }

  /// @return false at the end of the data
  private boolean beginMember() throws IOException {
    if (!first && !fill()) {
      return false;
    }
    int magic = next();
    if (magic == 0 && !first) {
      skipZeros();
      return false;
    }
    if (magic != 0x1f || next() != 0x8b) {
      throw new IOException(first ? "not gzip data" : "gzip data is followed by something else");
    }
    crc.reset();
    crc.update(0x1f);
    crc.update(0x8b);
    if (header() != 8) {
      throw new IOException("gzip data uses an unknown compression method");
    }
    int flags = header();
    if ((flags & RESERVED) != 0) {
      throw new IOException("gzip data has unknown flags set");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(header() | header() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    long expected = crc.getValue() & 0xffff;
    if ((flags & HEADER_CRC) != 0 && (next() | next() << 8) != expected) {
      throw new IOException("gzip data is damaged: wrong header checksum");
    }
    crc.reset();
    inflater.reset();
    inflater.setInput(input);
    inMember = true;
    first = false;
    return true;
  }

  private void endMember() throws IOException {
    long checksum = nextInt();
    long size = nextInt();
    if (checksum != crc.getValue()) {
      throw new IOException("gzip data is damaged: wrong checksum");
    }
    if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("gzip data is damaged: wrong length");
    }
    inMember = false;
  }

  private void skipZeros() throws IOException {
    while (fill()) {
      if (input.get() != 0) {
        throw new IOException("gzip data is followed by something else");
      }
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      header();
    }
  }

  private void skipText(boolean present) throws IOException {
    if (present) {
      while (header() != 0) {
        // The text does not matter.
      }
    }
  }

  private int header() throws IOException {
    int b = next();
    crc.update(b);
    return b;
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    require();
    return input.get() & 0xff;
  }

  private void require() throws IOException {
    if (!fill()) {
      throw new EOFException("gzip data ends too early");
    }
  }

  /// @return whether there is input left
  private boolean fill() throws IOException {
    if (!input.hasRemaining()) {
      int n = stored.read(piece, 0, input.capacity());
      input.position(0).limit(Math.max(n, 0));
    }
    return input.hasRemaining();
  }

  @Override
  public void close() {
    inflater.end();
    super.close();
  }
}
