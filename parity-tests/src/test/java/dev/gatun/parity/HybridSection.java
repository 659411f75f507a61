package dev.gatun.parity;

import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A section of the hybrid encoding, written bit by bit.
///
/// @param values what it holds, as unsigned numbers
record HybridSection(byte[] bytes, int bitWidth, Layout layout, int[] values) {

  /// A right one: runs of any kind and length, those of no values included.
  static HybridSection random(SplittableRandom random, int bitWidth, Layout layout, int most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int n = random.nextInt(most + 1);
    int mask = (int) ((1L << bitWidth) - 1);
    int[] values = random.ints(n).map(value -> value & mask).toArray();
    if (layout != Layout.HYBRID) {
      pack(bytes, values, bitWidth, layout);
      return new HybridSection(bytes.toByteArray(), bitWidth, layout, values);
    }
    for (int at = 0; at < n && bitWidth > 0; ) {
      int length = Math.min(random.nextInt(random.nextInt(4) == 0 ? 700 : 25), n - at);
      if (random.nextBoolean()) {
        varint(bytes, (long) length << 1);
        Arrays.fill(values, at, at + length, length == 0 ? 0 : values[at]);
        for (int i = 0; i < (bitWidth + 7) / 8; i++) {
          bytes.write(length == 0 ? 0 : values[at] >>> 8 * i);
        }
      } else {
        length = length < n - at ? length / 8 * 8 : length;
        varint(bytes, (long) (length + 7) / 8 << 1 | 1);
        int[] padded =
            Arrays.copyOf(Arrays.copyOfRange(values, at, at + length), (length + 7) / 8 * 8);
        pack(bytes, padded, bitWidth, layout);
      }
      at += length;
    }
    int[] held = bitWidth == 0 ? new int[n] : values;
    return new HybridSection(bytes.toByteArray(), bitWidth, layout, held);
  }

  /// The same with some bytes changed, and perhaps cut off.
  HybridSection damaged(SplittableRandom random) {
    byte[] worse = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4 + 1));
    for (int i = random.nextInt(4); i > 0 && worse.length > 0; i--) {
      worse[random.nextInt(worse.length)] = (byte) random.nextInt();
    }
    return new HybridSection(worse, bitWidth, layout, values);
  }

  private static void varint(ByteArrayOutputStream bytes, long value) {
    for (; value >= 0x80; value >>>= 7) {
      bytes.write((int) value | 0x80);
    }
    bytes.write((int) value);
  }

  private static void pack(ByteArrayOutputStream bytes, int[] values, int bitWidth, Layout layout) {
    byte[] packed = new byte[(int) (((long) values.length * bitWidth + 7) / 8)];
    int at = 0;
    for (int value : values) {
      for (int i = 0; i < bitWidth; i++, at++) {
        boolean backwards = layout == Layout.BIT_PACKED;
        int bit = value >>> (backwards ? bitWidth - 1 - i : i) & 1;
        packed[at / 8] |= (byte) (bit << (backwards ? 7 - at % 8 : at % 8));
      }
    }
    bytes.writeBytes(packed);
  }

  /// Begins a cursor on it.
  void begin(ParquetHybrid.Cursor cursor) {
    MemorySegment data = Arena.ofAuto().allocate(3 + bytes.length + ParquetHybrid.SLACK);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, data, 3, bytes.length);
    cursor.begin(data, 3, bytes.length, bitWidth, layout);
  }

  @Override
  public String toString() {
    return layout + " " + bitWidth + " bits, " + values.length + ": " + Arrays.toString(bytes);
  }
}
