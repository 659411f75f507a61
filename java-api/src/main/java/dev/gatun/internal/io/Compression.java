package dev.gatun.internal.io;

import java.util.Locale;

/// How an input is compressed.
public enum Compression {
  /// not at all
  NONE(""),
  /// gzip members, one behind the other (RFC 1952)
  GZIP(".gz", 0x1f, 0x8b),
  /// Zstandard frames, one behind the other (RFC 8878)
  ZSTD(".zst", 0x28, 0xb5, 0x2f, 0xfd);

  private final String ending;
  private final int[] magic;

  Compression(String ending, int... magic) {
    this.ending = ending;
    this.magic = magic;
  }

  /// What the ending of a name says, in upper or lower case.
  public static Compression ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(GZIP.ending) ? GZIP : lower.endsWith(ZSTD.ending) ? ZSTD : NONE;
  }

  /// What the first bytes say. No text begins like that: in UTF-8 it would be malformed.
  static Compression ofStart(Lookahead start) {
    return start.startsWith(GZIP.magic) ? GZIP : start.startsWith(ZSTD.magic) ? ZSTD : NONE;
  }

  /// A name in lower case, without the ending that says how the input is compressed.
  public static String plainName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, lower.length() - ofName(name).ending.length());
  }

  /// A stream of what is stored, decompressed.
  ///
  /// @param name for messages
  /// @param stored is closed with the result
  public ByteStream decompress(String name, ByteStream stored) {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GzipStream(name, stored);
      case ZSTD -> new ZstdStream(name, stored);
    };
  }
}
