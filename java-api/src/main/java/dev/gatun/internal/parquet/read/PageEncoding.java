package dev.gatun.internal.parquet.read;

import org.jspecify.annotations.Nullable;

/// How the values of a page are encoded (Parquet format, Encodings.md).
enum PageEncoding {
  PLAIN(0),
  /// Both the old PLAIN_DICTIONARY and RLE_DICTIONARY.
  DICTIONARY(8),
  RLE(3),
  BIT_PACKED(4),
  DELTA_BINARY_PACKED(5),
  DELTA_LENGTH_BYTE_ARRAY(6),
  DELTA_BYTE_ARRAY(7),
  BYTE_STREAM_SPLIT(9);

  private static final int PLAIN_DICTIONARY = 2;

  private final int code;

  PageEncoding(int code) {
    this.code = code;
  }

  /// The encoding with a number in the format, null when there is none.
  static @Nullable PageEncoding of(int code) {
    if (code == PLAIN_DICTIONARY) {
      return DICTIONARY;
    }
    for (PageEncoding encoding : values()) {
      if (encoding.code == code) {
        return encoding;
      }
    }
    return null;
  }
}
