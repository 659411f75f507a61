package dev.gatun.parity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;

/// Random numbers as files have them, and such that are hard to round.
final class DoubleLiterals {
  private DoubleLiterals() {}

  /// A number of any of the shapes below.
  static String any(SplittableRandom random) {
    return switch (random.nextInt(16)) {
      case 0 -> digits(random.nextInt(1, 26), random);
      case 1, 2 -> decimal(random.nextInt(1, 10), random);
      case 3, 4 -> decimal(random.nextInt(1, 26), random);
      case 5 -> coordinate(random);
      case 6, 7 -> Double.toString(random.nextDouble() * 1e6 - 5e5);
      case 8, 9 -> Double.toString(bits(random));
      case 10 -> scientific(random);
      case 11 -> middle(random);
      case 12 -> nextTo(middle(random), random);
      case 13 -> zeros(decimal(random.nextInt(1, 20), random), random);
      case 14 -> tie(random);
      default -> longOne(random);
    };
  }

  /// Doubles whose bits are random, finite.
  static double bits(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : random.nextDouble();
  }

  /// Digits, the first of which may be 0.
  static String digits(int n, SplittableRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < n; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static String sign(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> "-";
      case 2 -> "+";
      default -> "";
    };
  }

  /// Digits with a sign perhaps and a point somewhere.
  static String point(String digits, SplittableRandom random) {
    int at = random.nextInt(digits.length() + 1);
    return sign(random) + digits.substring(0, at) + '.' + digits.substring(at);
  }

  private static String decimal(int n, SplittableRandom random) {
    return point(digits(n, random), random);
  }

  private static String coordinate(SplittableRandom random) {
    return String.format(Locale.ROOT, "%.15f", (double) (float) (random.nextDouble() * 360 - 180));
  }

  private static String scientific(SplittableRandom random) {
    String digits = decimal(random.nextInt(1, 22), random);
    int range = random.nextBoolean() ? 30 : 400;
    return digits + (random.nextBoolean() ? "e" : "E") + exponent(random, range);
  }

  private static String exponent(SplittableRandom random, int range) {
    int exponent = random.nextInt(-range, range);
    String sign = exponent >= 0 && random.nextInt(3) == 0 ? "+" : "";
    return sign + (random.nextInt(10) == 0 ? String.format("%05d", exponent) : exponent);
  }

  /// The exact middle of two neighbours: up to 768 digits. Half of them are subnormal or near.
  private static String middle(SplittableRandom random) {
    long bits = random.nextLong() & Long.MAX_VALUE;
    if (random.nextBoolean()) {
      bits = random.nextLong(1L << random.nextInt(1, 54));
    }
    double lower = Double.longBitsToDouble(bits);
    if (!Double.isFinite(lower) || lower == Double.MAX_VALUE) {
      return "179769313486231580793728971405303415e273";
    }
    BigDecimal sum = new BigDecimal(lower).add(new BigDecimal(Math.nextUp(lower)));
    BigDecimal middle = sum.divide(BigDecimal.TWO);
    return random.nextBoolean() ? middle.toPlainString() : middle.toString();
  }

  /// A little more or less, far behind the last digit or at it.
  private static String nextTo(String number, SplittableRandom random) {
    BigDecimal middle = new BigDecimal(number);
    int behind = random.nextBoolean() ? random.nextInt(3) : random.nextInt(900);
    BigDecimal little = BigDecimal.ONE.movePointLeft(Math.max(0, middle.scale()) + behind);
    BigDecimal next = random.nextBoolean() ? middle.add(little) : middle.subtract(little);
    return random.nextBoolean() ? next.toPlainString() : next.toString();
  }

  /// Zeros around it.
  private static String zeros(String number, SplittableRandom random) {
    String tail = number.contains(".") ? "0".repeat(random.nextInt(30)) : "";
    String signless = number.replaceFirst("^[+-]", "");
    return sign(random) + "0".repeat(random.nextInt(30)) + signless + tail;
  }

  /// Middles of few digits: an odd 54-bit number times a small power of two or ten.
  private static String tie(SplittableRandom random) {
    long mantissa = random.nextLong(1L << 53, 1L << 54) | 1;
    BigDecimal tie = BigDecimal.valueOf(mantissa);
    int by = random.nextInt(-4, 8);
    tie =
        by < 0
            ? tie.divide(BigDecimal.TWO.pow(-by))
            : tie.multiply(random.nextBoolean() ? BigDecimal.TWO.pow(by) : BigDecimal.ONE);
    return tie.toPlainString();
  }

  private static String longOne(SplittableRandom random) {
    int n = random.nextInt(10) == 0 ? random.nextInt(900) + 1 : random.nextInt(20, 60);
    String digits = decimal(n, random);
    return random.nextBoolean() ? digits : digits + "e" + exponent(random, 350);
  }
}
