package dev.gatun.parquet;

import org.jspecify.annotations.Nullable;

/// How values or levels are encoded (Parquet format, Encodings.md).
public enum Encoding {
  PLAIN(0),
  PLAIN_DICTIONARY(2),
  RLE(3),
  BIT_PACKED(4),
  DELTA_BINARY_PACKED(5),
  DELTA_LENGTH_BYTE_ARRAY(6),
  DELTA_BYTE_ARRAY(7),
  RLE_DICTIONARY(8),
  BYTE_STREAM_SPLIT(9);

  private static final @Nullable Encoding[] BY_NUMBER = new Encoding[10];

  static {
    for (Encoding encoding : values()) {
      BY_NUMBER[encoding.number] = encoding;
    }
  }

  private final int number;

  Encoding(int number) {
    this.number = number;
  }

  /// The encoding with a number of the format, null when there is none.
  public static @Nullable Encoding of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }
}
