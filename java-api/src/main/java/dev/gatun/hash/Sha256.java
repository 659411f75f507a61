package dev.gatun.hash;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// A SHA-256 digest: 32 bytes, compared by value, in order of its bytes.
public final class Sha256 implements Comparable<Sha256> {
  /// Bytes of a digest.
  public static final int BYTES = 32;

  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Sha256(long first, long second, long third, long fourth) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /// A digest in memory.
  ///
  /// @throws IllegalArgumentException when it is not 32 bytes
  public static Sha256 of(MemorySegment digest) {
    if (digest.byteSize() != BYTES) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.byteSize());
    }
    return new Sha256(
        digest.get(WORD, 0), digest.get(WORD, 8), digest.get(WORD, 16), digest.get(WORD, 24));
  }

  /// A digest as bytes.
  ///
  /// @throws IllegalArgumentException when there are not 32 of them
  public static Sha256 of(byte[] digest) {
    return of(MemorySegment.ofArray(digest));
  }

  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException when it is anything else
  public static Sha256 parse(CharSequence hex) {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("\"" + hex + "\" is not 64 hexadecimal digits");
    }
    return new Sha256(
        HexFormat.fromHexDigitsToLong(hex, 0, 16),
        HexFormat.fromHexDigitsToLong(hex, 16, 32),
        HexFormat.fromHexDigitsToLong(hex, 32, 48),
        HexFormat.fromHexDigitsToLong(hex, 48, 64));
  }

  /// The 32 bytes.
  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth)
        .array();
  }

  @Override
  public int compareTo(Sha256 other) {
    int result = Long.compareUnsigned(first, other.first);
    result = result != 0 ? result : Long.compareUnsigned(second, other.second);
    result = result != 0 ? result : Long.compareUnsigned(third, other.third);
    return result != 0 ? result : Long.compareUnsigned(fourth, other.fourth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 digest && compareTo(digest) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  /// 64 hexadecimal digits in lower case.
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(fourth);
  }
}
