package dev.gatun.parity;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes byte arrays in the encodings of Parquet (Encodings.md).
final class ByteArrayEncoder {
  private ByteArrayEncoder() {}

  static byte[] plain(List<byte[]> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] value : values) {
      for (int shift = 0; shift < 32; shift += 8) {
        out.write(value.length >> shift);
      }
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  static byte[] deltaLength(List<byte[]> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] lengths = values.stream().mapToInt(value -> value.length).toArray();
    out.writeBytes(DeltaEncoder.int32(lengths, 4, 32));
    values.forEach(out::writeBytes);
    return out.toByteArray();
  }

  static byte[] deltaPrefix(List<byte[]> values) {
    int[] prefixes = new int[values.size()];
    for (int i = 1; i < prefixes.length; i++) {
      int mismatch = Arrays.mismatch(values.get(i - 1), values.get(i));
      prefixes[i] = mismatch < 0 ? values.get(i).length : mismatch;
    }
    List<byte[]> rests = new ArrayList<>();
    for (int i = 0; i < prefixes.length; i++) {
      byte[] value = values.get(i);
      rests.add(Arrays.copyOfRange(value, prefixes[i], value.length));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(DeltaEncoder.int32(prefixes, 4, 32));
    out.writeBytes(deltaLength(rests));
    return out.toByteArray();
  }

  /// Dictionary indexes in one bit-packed run, the last eight values filled up.
  static byte[] indexes(int[] indexes, int bitWidth) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bitWidth);
    int groups = (indexes.length + 7) / 8;
    for (int header = groups << 1 | 1; ; header >>>= 7) {
      out.write(header > 0x7f ? header & 0x7f | 0x80 : header);
      if (header <= 0x7f) {
        break;
      }
    }
    BitWriter writer = new BitWriter(out);
    for (int i = 0; i < groups * 8; i++) {
      writer.write(i < indexes.length ? indexes[i] : 0, bitWidth);
    }
    return out.toByteArray();
  }
}
