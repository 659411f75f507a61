package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Gzip members, one behind the other (RFC 1952), into an output of known size. Every byte must
/// belong to a member. The checksum of a header is not looked at.
final class GzipMembers implements AutoCloseable {
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();

  /// @return bytes written
  long decode(ByteBuffer in, ByteBuffer out) {
    in.order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (in.hasRemaining()) {
        header(in);
        int start = out.position();
        body(in, out);
        crc.reset();
        crc.update(out.duplicate().flip().position(start));
        if (in.getInt() != (int) crc.getValue()) {
          throw broken(in, "has another checksum");
        }
        if (in.getInt() != out.position() - start) {
          throw broken(in, "has another length");
        }
      }
      return out.position();
    } catch (BufferUnderflowException e) {
      throw broken(in, "ends too early");
    } catch (DataFormatException e) {
      throw broken(in, "is broken: " + e.getMessage());
    }
  }

  private static void header(ByteBuffer in) {
    if ((in.getShort() & 0xffff) != MAGIC || in.get() != DEFLATE) {
      throw broken(in, "does not begin as one");
    }
    int flags = in.get();
    if ((flags & RESERVED) != 0) {
      throw broken(in, "has unknown flags");
    }
    skip(in, 6);
    if ((flags & EXTRA) != 0) {
      skip(in, in.getShort() & 0xffff);
    }
    skipText(in, (flags & NAME) != 0);
    skipText(in, (flags & COMMENT) != 0);
    skip(in, (flags & HEADER_CRC) != 0 ? 2 : 0);
  }

  private static void skip(ByteBuffer in, int bytes) {
    if (bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + bytes);
  }

  private static void skipText(ByteBuffer in, boolean present) {
    while (present && in.get() != 0) {
      // The text does not matter.
    }
  }

  private void body(ByteBuffer in, ByteBuffer out) throws DataFormatException {
    inflater.reset();
    inflater.setInput(in);
    while (!inflater.finished()) {
      int n = inflater.inflate(out);
      if (n == 0 && !inflater.finished()) {
        if (inflater.needsInput()) {
          throw new BufferUnderflowException();
        }
        throw broken(in, out.hasRemaining() ? "needs a dictionary" : "is longer than it should be");
      }
    }
  }

  private static DecodeException broken(ByteBuffer in, String what) {
    return new DecodeException(in.position(), "gzip member " + what);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
