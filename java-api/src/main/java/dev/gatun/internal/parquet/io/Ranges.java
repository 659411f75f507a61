package dev.gatun.internal.parquet.io;

import dev.gatun.parquet.InputSource;

/// What is said about ranges that are not there.
final class Ranges {
  private Ranges() {}

  static String beyond(InputSource source, long position, long bytes) {
    return "%s: no %d bytes at %d, the length is %d"
        .formatted(source.name(), bytes, position, source.size());
  }
}
