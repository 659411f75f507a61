package dev.gatun.parity;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Writes DELTA_BINARY_PACKED (Parquet format, Encodings.md).
final class DeltaEncoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int miniblocks;
  private final int miniblockValues;
  private final int bits;

  /// @param bits of a value, 32 or 64: where deltas wrap
  private DeltaEncoder(int miniblocks, int miniblockValues, int bits) {
    this.miniblocks = miniblocks;
    this.miniblockValues = miniblockValues;
    this.bits = bits;
  }

  static byte[] int64(long[] values, int miniblocks, int miniblockValues) {
    return new DeltaEncoder(miniblocks, miniblockValues, 64).encode(values);
  }

  static byte[] int32(int[] values, int miniblocks, int miniblockValues) {
    long[] wide = Arrays.stream(values).asLongStream().toArray();
    return new DeltaEncoder(miniblocks, miniblockValues, 32).encode(wide);
  }

  private byte[] encode(long[] values) {
    varint((long) miniblocks * miniblockValues);
    varint(miniblocks);
    varint(values.length);
    zigzag(values.length == 0 ? 0 : values[0]);
    int block = miniblocks * miniblockValues;
    for (int from = 1; from < values.length; from += block) {
      block(values, from, Math.min(from + block, values.length));
    }
    return out.toByteArray();
  }

  private long delta(long[] values, int i) {
    long delta = values[i] - values[i - 1];
    return bits == 32 ? (int) delta : delta;
  }

  private void block(long[] values, int from, int to) {
    long least = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, delta(values, i));
    }
    zigzag(least);
    int[] widths = new int[miniblocks];
    for (int i = from; i < to; i++) {
      int miniblock = (i - from) / miniblockValues;
      int width = 64 - Long.numberOfLeadingZeros(above(values, i, least));
      widths[miniblock] = Math.max(widths[miniblock], width);
    }
    for (int width : widths) {
      out.write(width);
    }
    for (int m = 0; m < miniblocks && from + m * miniblockValues < to; m++) {
      BitWriter writer = new BitWriter(out);
      for (int i = from + m * miniblockValues; i < from + (m + 1) * miniblockValues; i++) {
        writer.write(i < to ? above(values, i, least) : 0, widths[m]);
      }
    }
  }

  private long above(long[] values, int i, long least) {
    long above = delta(values, i) - least;
    return bits == 32 ? above & 0xffff_ffffL : above;
  }

  private void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  private void varint(long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
      out.write((int) (rest & 0x7f) | 0x80);
    }
    out.write((int) rest);
  }
}
