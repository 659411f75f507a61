package dev.gatun.parity;

import java.io.ByteArrayOutputStream;

/// Packs numbers, least significant bit first.
final class BitWriter {
  private final ByteArrayOutputStream out;
  private int buffer;
  private int filled;

  BitWriter(ByteArrayOutputStream out) {
    this.out = out;
  }

  /// Writes the low `width` bits.
  void write(long value, int width) {
    for (int i = 0; i < width; i++) {
      buffer |= (int) (value >>> i & 1) << filled++;
      if (filled == Byte.SIZE) {
        out.write(buffer);
        buffer = 0;
        filled = 0;
      }
    }
  }
}
