package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_convert`: from stored values to those of the Arrow type. Input and output do not
/// overlap. Contract: `gatun/parquet_convert.h`.
public interface ParquetConvert {
  /// What becomes what.
  enum Conversion {
    /// int32 to its low 8 bits
    INT32_TO_INT8(4, 1),
    /// int32 to its low 16 bits
    INT32_TO_INT16(4, 2),
    /// INT96 (8 bytes of nanoseconds of the day, 4 bytes Julian day) to int64 nanoseconds since
    /// 1970, wrapping
    INT96_TO_NANOS(12, 8),
    /// big-endian two's complement to 16 bytes little-endian
    BIG_ENDIAN_TO_128(16, 16),
    /// the same to 32 bytes
    BIG_ENDIAN_TO_256(32, 32);

    private final int mostBytes;
    private final int outBytes;

    Conversion(int mostBytes, int outBytes) {
      this.mostBytes = mostBytes;
      this.outBytes = outBytes;
    }

    /// Bytes of a value that comes out.
    public int outBytes() {
      return outBytes;
    }

    /// Whether the input is a big-endian number of any width that fits.
    public boolean bigEndian() {
      return mostBytes == outBytes;
    }

    /// Checks the bytes of an input value.
    public void checkWidth(int width) {
      if (bigEndian() ? width < 1 || width > mostBytes : width != mostBytes) {
        throw new IllegalArgumentException(this + " takes no values of " + width + " bytes");
      }
    }
  }

  /// Converts `n` values.
  ///
  /// @param width bytes of an input value: 4, 12, or 1 .. 16 and 1 .. 32 of big-endian numbers
  void fixed(
      Conversion conversion,
      int width,
      MemorySegment in,
      long inOffset,
      long n,
      MemorySegment out,
      long outOffset);

  /// Big-endian numbers of varying length, by `n + 1` ascending offsets from element `index` on; an
  /// empty one is 0. More bytes than fit (16 or 32) are a [DecodeException] unless they only repeat
  /// the sign.
  ///
  /// @param conversion one of the big-endian ones
  void decimals(
      Conversion conversion,
      MemorySegment offsets,
      long index,
      MemorySegment bytes,
      long n,
      MemorySegment out,
      long outOffset);
}
