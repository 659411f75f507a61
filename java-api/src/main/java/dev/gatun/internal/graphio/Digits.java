package dev.gatun.internal.graphio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Runs of decimal digits, eight at a time in one `long`: the usual trick, without a branch for
/// each digit. May look at [LineBuffer#PADDING] bytes more than there are digits.
final class Digits {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long[] POWERS = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private Digits() {}

  private static long word(byte[] bytes, int at) {
    return (long) WORD.get(bytes, at);
  }

  /// How many digits stand at `at`; 24 stands for 24 or more.
  static int count(byte[] bytes, int at) {
    int n = countInWord(word(bytes, at));
    if (n < 8) {
      return n;
    }
    n = countInWord(word(bytes, at + 8));
    return n < 8 ? 8 + n : 16 + countInWord(word(bytes, at + 16));
  }

  private static int countInWord(long word) {
    long values = word ^ ZEROS;
    // The lowest top bit set is right; a carry can only disturb those above it.
    long others = (values + 0x7676767676767676L | values) & 0x8080808080808080L;
    return Long.numberOfTrailingZeros(others) >>> 3;
  }

  /// The value of `n` digits, 1 to 19, as an unsigned number.
  static long value(byte[] bytes, int at, int n) {
    if (n <= 8) {
      return valueOfWord(word(bytes, at), n);
    }
    long head = valueOfWord(word(bytes, at), 8);
    if (n <= 16) {
      return head * POWERS[n - 8] + valueOfWord(word(bytes, at + 8), n - 8);
    }
    long middle = valueOfWord(word(bytes, at + 8), 8);
    return (head * POWERS[8] + middle) * POWERS[n - 16] + valueOfWord(word(bytes, at + 16), n - 16);
  }

  private static long valueOfWord(long word, int n) {
    long values = (word ^ ZEROS) << (64 - 8 * n);
    long pairs = values * 10 + (values >>> 8);
    long low = (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32));
    long high = (pairs >>> 16 & 0x000000ff000000ffL) * (1 + (10_000L << 32));
    return low + high >>> 32;
  }
}
