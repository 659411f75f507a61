package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.CodecCrc32;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;

/// The JDK's CRC-32, which cannot go on from a checksum: it is taken over the new bytes alone, and
/// the old one, as a polynomial over GF(2), is moved past them and added. O(size).
public final class CodecCrc32Reference implements CodecCrc32 {
  private static final int POLYNOMIAL = 0xedb88320; // bit 31 is x^0
  private static final int ONE = 0x80000000;
  private static final int X_TO_8 = 0x00800000;
  private static final int MOST_AT_ONCE = 1 << 30; // a ByteBuffer has an int for its size

  @Override
  public int update(int seed, MemorySegment data, long offset, long size) {
    CRC32 crc = new CRC32();
    for (long done = 0, n; done < size; done += n) {
      n = Math.min(size - done, MOST_AT_ONCE);
      crc.update(data.asSlice(offset + done, n).asByteBuffer());
    }
    return (int) crc.getValue() ^ (seed == 0 ? 0 : product(seed, xToThe8Times(size)));
  }

  private static int xToThe8Times(long n) {
    int power = ONE;
    int square = X_TO_8;
    for (; n != 0; n >>>= 1) {
      if ((n & 1) != 0) {
        power = product(power, square);
      }
      square = product(square, square);
    }
    return power;
  }

  private static int product(int a, int b) {
    int product = 0;
    for (; a != 0; a <<= 1) {
      product ^= a < 0 ? b : 0;
      b = (b >>> 1) ^ ((b & 1) != 0 ? POLYNOMIAL : 0);
    }
    return product;
  }
}
