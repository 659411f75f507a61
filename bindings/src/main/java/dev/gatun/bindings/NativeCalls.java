package dev.gatun.bindings;

import java.lang.foreign.MemorySegment;

/// What every hand-made call of a C function needs.
final class NativeCalls {

  private NativeCalls() {}

  /// The NUL-terminated UTF-8 text that a C function returned.
  static String string(MemorySegment text) {
    return text.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /// For the `Throwable` that `MethodHandle.invokeExact` declares: passes on what is unchecked, and
  /// nothing else can be thrown by a C function.
  static AssertionError unexpected(Throwable thrown) {
    switch (thrown) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> {
        return new AssertionError("a C function threw a checked exception", thrown);
      }
    }
  }
}
