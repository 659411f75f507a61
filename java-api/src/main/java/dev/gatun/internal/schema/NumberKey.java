package dev.gatun.internal.schema;

import dev.gatun.internal.files.PathOrder;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A path in order of the numbers that its components begin with.
final class NumberKey implements Comparable<NumberKey> {
  private final String[] components;
  private final @Nullable BigInteger[] numbers;

  /// @param hexadecimal whether numbers without `0x` are
  NumberKey(String path, boolean hexadecimal) {
    this.components = path.split("/");
    this.numbers =
        Arrays.stream(components)
            .map(component -> number(component, hexadecimal))
            .toArray(BigInteger[]::new);
  }

  private static @Nullable BigInteger number(String component, boolean hexadecimal) {
    if (component.startsWith("0x") || component.startsWith("0X")) {
      int end = digits(component, 2, 16);
      if (end > 2) {
        return new BigInteger(component.substring(2, end), 16);
      }
    }
    int radix = hexadecimal ? 16 : 10;
    int end = digits(component, 0, radix);
    boolean isWord =
        hexadecimal && end < component.length() && Character.isLetterOrDigit(component.charAt(end));
    return end == 0 || isWord ? null : new BigInteger(component.substring(0, end), radix);
  }

  /// Where the digits from a position on end.
  private static int digits(String text, int from, int radix) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) < 0x80
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }

  @Override
  public int compareTo(NumberKey other) {
    int both = Math.min(components.length, other.components.length);
    for (int i = 0; i < both; i++) {
      int difference = compare(numbers[i], other.numbers[i]);
      if (difference == 0) {
        difference = PathOrder.INSTANCE.compare(components[i], other.components[i]);
      }
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(components.length, other.components.length);
  }

  private static int compare(@Nullable BigInteger a, @Nullable BigInteger b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return a.compareTo(b);
  }
}
