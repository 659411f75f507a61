package dev.gatun.corpus;

/// The manifests' rolling hash: `h = h * 31 + x`, from 7, wrapping.
final class Hash31 {
  private long hash = 7;

  void add(long x) {
    hash = hash * 31 + x;
  }

  long value() {
    return hash;
  }
}
