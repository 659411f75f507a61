package dev.gatun.internal.exec;

/// Which calls of a kernel are timed. Reading the clock twice takes as long as the smallest calls
/// do, so of those only the first few are timed, and then one in [#PERIOD], which stands for those
/// before it. For one thread at a time.
final class Sampling {
  /// Calls on so many elements take long enough for the clock not to matter.
  static final long LONG_CALL = 1 << 15;

  /// A prime, so that calls that take turns have turns at being timed.
  static final int PERIOD = 61;

  /// Small calls that are all timed, in the beginning: so few calls tell their time exactly.
  static final int FIRST = 16;

  private int first = FIRST;
  private int left;

  /// How many calls the next one stands for, 0 when it need not be timed.
  int weight(long elements) {
    if (elements >= LONG_CALL) {
      return 1;
    }
    if (--left >= 0) {
      return 0;
    }
    return timed();
  }

  private int timed() {
    if (first > 0) {
      first--;
      left = first > 0 ? 0 : PERIOD - 1;
      return 1;
    }
    left = PERIOD - 1;
    return PERIOD;
  }
}
