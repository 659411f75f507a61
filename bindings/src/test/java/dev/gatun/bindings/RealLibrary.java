package dev.gatun.bindings;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The library that this run of the tests uses, if any: a run with natives off has none.
final class RealLibrary {

  private RealLibrary() {}

  /// The loaded library, or the test is skipped.
  static NativeStatus require() {
    NativeStatus status = NativeLibrary.status();
    assumeTrue(status.available(), () -> "skipped, because " + status.reason());
    return status;
  }
}
