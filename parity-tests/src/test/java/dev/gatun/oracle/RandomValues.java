package dev.gatun.oracle;

import dev.gatun.support.ArrowValues;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Values of the primitive types, with the odd ones more often than chance would have it.
final class RandomValues {
  private static final int LONG_TEXT = 3000;

  private RandomValues() {}

  static long integer(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong();
      case 1 -> Long.MAX_VALUE - random.nextInt(2);
      case 2 -> Long.MIN_VALUE + random.nextInt(2);
      case 3 -> random.nextLong() >> random.nextInt(64);
      default -> random.nextInt(-100, 100);
    };
  }

  static long floatBits(RandomGenerator random) {
    float[] odd = {
      0f, -0f, 1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE
    };
    return Integer.toUnsignedLong(
        switch (random.nextInt(3)) {
          case 0 -> Float.floatToRawIntBits(odd[random.nextInt(odd.length)]);
          case 1 -> random.nextInt();
          default -> Float.floatToRawIntBits(random.nextInt(1000) / 8f);
        });
  }

  static long doubleBits(RandomGenerator random) {
    double[] odd = {
      0, -0d, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
    };
    return switch (random.nextInt(3)) {
      case 0 -> Double.doubleToRawLongBits(odd[random.nextInt(odd.length)]);
      case 1 -> random.nextLong();
      default -> Double.doubleToRawLongBits(random.nextInt(1000) / 8.0);
    };
  }

  static BigInteger decimal(RandomGenerator random, int precision) {
    BigInteger limit = BigInteger.TEN.pow(precision);
    byte[] magnitude = new byte[limit.bitLength() / 8 + 1];
    random.nextBytes(magnitude);
    return switch (random.nextInt(4)) {
      case 0 -> limit.subtract(BigInteger.ONE);
      case 1 -> BigInteger.ONE.subtract(limit);
      case 2 -> BigInteger.valueOf(random.nextInt(-9, 10));
      default -> new BigInteger(magnitude).remainder(limit);
    };
  }

  static String bytes(RandomGenerator random) {
    return bytes(random, length(random));
  }

  static String bytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return ArrowValues.text(bytes);
  }

  /// UTF-8, often with a beginning that others have too.
  static String text(RandomGenerator random) {
    RandomGenerator shared = new SplittableRandom(random.nextInt(3));
    StringBuilder text = new StringBuilder();
    int length = length(random);
    int prefix = random.nextInt(length + 1);
    for (int i = 0; i < length; i++) {
      RandomGenerator source = i < prefix ? shared : random;
      text.appendCodePoint(
          source.nextInt(8) == 0 ? source.nextInt(0xA0, 0xD000) : source.nextInt(' ', 127));
    }
    return ArrowValues.text(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static int length(RandomGenerator random) {
    return switch (random.nextInt(20)) {
      case 0 -> 0;
      case 1 -> random.nextInt(LONG_TEXT);
      case 2, 3, 4 -> random.nextInt(100);
      default -> random.nextInt(16);
    };
  }
}
