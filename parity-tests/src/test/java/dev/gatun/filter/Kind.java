package dev.gatun.filter;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.parquet.stats.ValueOrder;
import dev.gatun.parquet.PhysicalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Columns of the tests: values as Java has them, and how an array and statistics do.
enum Kind {
  INT8(new DataType.Int(8, true), PhysicalType.INT32, 1),
  UINT16(new DataType.Int(16, false), PhysicalType.INT32, 2),
  INT32(new DataType.Int(32, true), PhysicalType.INT32, 4),
  UINT32(new DataType.Int(32, false), PhysicalType.INT32, 4),
  INT64(new DataType.Int(64, true), PhysicalType.INT64, 8),
  UINT64(new DataType.Int(64, false), PhysicalType.INT64, 8),
  DECIMAL32(new DataType.Decimal(9, 2, 32), PhysicalType.INT32, 4),
  DECIMAL128(new DataType.Decimal(38, 3, 128), PhysicalType.FIXED_LEN_BYTE_ARRAY, 16),
  DECIMAL256(new DataType.Decimal(76, 3, 256), PhysicalType.FIXED_LEN_BYTE_ARRAY, 32),
  FLOAT16(new DataType.FloatingPoint(16), PhysicalType.FIXED_LEN_BYTE_ARRAY, 2),
  FLOAT32(new DataType.FloatingPoint(32), PhysicalType.FLOAT, 4),
  FLOAT64(new DataType.FloatingPoint(64), PhysicalType.DOUBLE, 8),
  DATE(new DataType.Date(), PhysicalType.INT32, 4),
  INSTANT(new DataType.Timestamp(TimeUnit.MICROSECOND, "UTC"), PhysicalType.INT64, 8),
  BOOLEAN(new DataType.Bool(), PhysicalType.BOOLEAN, 0),
  TEXT(new DataType.Utf8(), PhysicalType.BYTE_ARRAY, 0),
  FIXED(new DataType.FixedSizeBinary(3), PhysicalType.FIXED_LEN_BYTE_ARRAY, 3);

  private static final double[] REALS = {
    0.0,
    -0.0,
    0.1,
    0.1f,
    1,
    -1,
    2.5,
    5,
    6e4,
    -6e4,
    1e300,
    -1e300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    5.9604645E-8
  };
  private static final String[] TEXTS = {
    "", "a", "ab", "abc", "abd", "b", "\0", "a\0", "é", "z\uD83D\uDE00", "abcdefghij", "abcdefghik"
  };

  final DataType type;
  final PhysicalType physical;
  final int width;

  Kind(DataType type, PhysicalType physical, int width) {
    this.type = type;
    this.physical = physical;
    this.width = width;
  }

  boolean isReal() {
    return type instanceof DataType.FloatingPoint;
  }

  /// The order that the format defines.
  ValueOrder order() {
    boolean unsigned = type instanceof DataType.Int integer && !integer.signed();
    return switch (physical) {
      case BOOLEAN -> ValueOrder.BOOLEAN;
      case INT32 -> unsigned ? ValueOrder.UINT32 : ValueOrder.INT32;
      case INT64 -> unsigned ? ValueOrder.UINT64 : ValueOrder.INT64;
      case FLOAT -> ValueOrder.FLOAT;
      case DOUBLE -> ValueOrder.DOUBLE;
      default ->
          type instanceof DataType.Decimal
              ? ValueOrder.BIG_INTEGER
              : isReal() ? ValueOrder.FLOAT16 : ValueOrder.BYTES;
    };
  }

  private int scale() {
    return type instanceof DataType.Decimal decimal ? decimal.scale() : 0;
  }

  /// A value: BigDecimal, Double, LocalDate, Instant, Boolean or byte[].
  Object value(SplittableRandom random) {
    return switch (this) {
      case FLOAT16, FLOAT32, FLOAT64 -> narrow(REALS[random.nextInt(REALS.length)]);
      case DATE -> LocalDate.ofEpochDay(random.nextInt(-3, 4));
      case INSTANT -> Instant.EPOCH.plusNanos(random.nextInt(-3, 4) * 1000L);
      case BOOLEAN -> random.nextBoolean();
      case TEXT -> text(random).getBytes(StandardCharsets.UTF_8);
      case FIXED -> new byte[] {(byte) random.nextInt(2), (byte) random.nextInt(-2, 2), (byte) 0};
      default -> new BigDecimal(unscaled(random), scale());
    };
  }

  static String text(SplittableRandom random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /// To the width of the column.
  double narrow(double value) {
    return switch (this) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case FLOAT32 -> (float) value;
      default -> value;
    };
  }

  private BigInteger unscaled(SplittableRandom random) {
    boolean unsigned = type instanceof DataType.Int integer && !integer.signed();
    BigInteger size = BigInteger.ONE.shiftLeft(8 * width);
    BigInteger least = unsigned ? BigInteger.ZERO : size.shiftRight(1).negate();
    BigInteger greatest = least.add(size).subtract(BigInteger.ONE);
    return switch (random.nextInt(6)) {
      case 0 -> least.add(BigInteger.valueOf(random.nextInt(2)));
      case 1 -> greatest.subtract(BigInteger.valueOf(random.nextInt(2)));
      default -> BigInteger.valueOf(random.nextInt(unsigned ? 0 : -6, 7));
    };
  }

  /// A literal that goes with the column, one of its values more often than not.
  Object literal(SplittableRandom random) {
    boolean odd = random.nextInt(3) == 0;
    return switch (this) {
      case FLOAT16, FLOAT32, FLOAT64 -> odd ? number(random) : value(random);
      case DATE -> odd ? value(random).toString() + " 12:00" : value(random);
      case INSTANT -> ((Instant) value(random)).plusNanos(odd ? 1 : 0);
      case BOOLEAN -> value(random);
      case TEXT -> text(random);
      case FIXED -> odd ? new byte[] {1} : value(random);
      default -> odd ? number(random) : value(random);
    };
  }

  private static Object number(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> (long) random.nextInt(-6, 7);
      case 1 -> new BigDecimal(random.nextInt(-60, 60)).movePointLeft(1);
      case 2 -> new BigDecimal(random.nextBoolean() ? "1e90" : "-1e-9999999");
      default -> REALS[random.nextInt(REALS.length)];
    };
  }
}
