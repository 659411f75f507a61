package dev.gatun.internal.io;

import dev.gatun.InputSource;

/// What is said about ranges that are not there.
final class Ranges {
  private Ranges() {}

  static String beyond(InputSource source, long position, long bytes) {
    return "%s: no %d bytes at %d, the length is %d"
        .formatted(source.name(), bytes, position, source.size());
  }
}
