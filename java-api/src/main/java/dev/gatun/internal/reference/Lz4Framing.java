package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// What LZ4 blocks come in: Hadoop's framing, the LZ4 frame format, nothing. A file does not say.
final class Lz4Framing {
  private static final ValueLayout.OfInt BIG_ENDIAN =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt LITTLE_ENDIAN =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int MAGIC = 0x184D2204;
  private static final int VERSION = 0xc0;
  private static final int BLOCK_CHECKSUM = 0x10;
  private static final int CONTENT_SIZE = 0x08;
  private static final int CONTENT_CHECKSUM = 0x04;
  private static final int DICTIONARY = 0x01;

  private final MemorySegment in;
  private final long inSize;
  private final MemorySegment out;
  private final long outSize;

  /// @param in exactly the input
  /// @param out exactly the output
  Lz4Framing(MemorySegment in, MemorySegment out) {
    this.in = in;
    this.inSize = in.byteSize();
    this.out = out;
    this.outSize = out.byteSize();
  }

  /// @return bytes written
  long decode() {
    if (hadoop()) {
      return outSize;
    }
    if (inSize >= 7 && in.get(LITTLE_ENDIAN, 0) == MAGIC) {
      return frame();
    }
    return Lz4Block.decode(in, 0, inSize, out, 0, 0, outSize);
  }

  /// Hadoop's BlockCompressorStream: for each buffer its size, then until that many bytes have come
  /// out a compressed size and a raw block; sizes are big-endian.
  ///
  /// @return whether all of the input is that and fills the output exactly
  private boolean hadoop() {
    long position = 0;
    long done = 0;
    while (inSize - position >= 4) {
      long end = done + Integer.toUnsignedLong(in.get(BIG_ENDIAN, position));
      position += 4;
      if (end > outSize) {
        return false;
      }
      while (done < end) {
        if (inSize - position < 4) {
          return false;
        }
        long size = Integer.toUnsignedLong(in.get(BIG_ENDIAN, position));
        position += 4;
        if (size > inSize - position) {
          return false;
        }
        long produced;
        try {
          produced = Lz4Block.decode(in, position, size, out, done, done, end - done);
        } catch (DecodeException e) {
          return false;
        }
        if (produced == 0) {
          return false;
        }
        position += size;
        done += produced;
      }
    }
    return position == inSize && done == outSize;
  }

  /// One frame (lz4_Frame_format.md): header, blocks that may refer to those before them, an end
  /// mark. Checksums are passed over.
  private long frame() {
    int flags = in.get(ValueLayout.JAVA_BYTE, 4);
    if ((flags & VERSION) != 0x40) {
      throw new DecodeException(4, "LZ4 frame of an unknown version");
    }
    if ((flags & DICTIONARY) != 0) {
      throw new DecodeException(4, "LZ4 frame needs a dictionary");
    }
    int trailer = (flags & BLOCK_CHECKSUM) != 0 ? 4 : 0;
    long position = 7 + ((flags & CONTENT_SIZE) != 0 ? 8 : 0);
    long done = 0;
    while (true) {
      if (position + 4 > inSize) {
        throw new DecodeException(position, "LZ4 frame ends without its end mark");
      }
      int word = in.get(LITTLE_ENDIAN, position);
      position += 4;
      if (word == 0) {
        break;
      }
      long size = word & 0x7fffffff;
      if (size + trailer > inSize - position) {
        throw new DecodeException(position, "LZ4 frame ends in a block");
      }
      if (word >= 0) {
        done += Lz4Block.decode(in, position, size, out, 0, done, outSize - done);
      } else if (size <= outSize - done) {
        MemorySegment.copy(in, position, out, done, size);
        done += size;
      } else {
        throw new DecodeException(position, "LZ4 frame decompresses to more than its size");
      }
      position += size + trailer;
    }
    position += (flags & CONTENT_CHECKSUM) != 0 ? 4 : 0;
    if (position != inSize) {
      throw new DecodeException(position, "LZ4 frame is followed by something else");
    }
    return done;
  }
}
