package dev.gatun.internal.parquet.filter;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnFilter.NumberBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.stats.ValueOrder;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Floating-point numbers of 16, 32 or 64 bits, each as a double; NaN is the last.
record FloatType(NumberType number) implements ValueType<Double> {
  @Override
  public int compare(Double a, Double b) {
    return Double.compare(a, b); // no value here is -0.0
  }

  @Override
  public Double first() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public Double untold() {
    return Double.NaN;
  }

  @Override
  public @Nullable Double next(Double value) {
    if (value.isNaN()) {
      return null;
    }
    return value == Double.POSITIVE_INFINITY ? Double.NaN : positiveZero(up(value));
  }

  /// The next of this width, -0.0 left out.
  private double up(double value) {
    double up =
        switch (number) {
          case FLOAT16 -> nextHalf((float) value);
          case FLOAT32 -> Math.nextUp((float) value);
          default -> Math.nextUp(value);
        };
    return up;
  }

  private static float nextHalf(float value) {
    short bits = Float.floatToFloat16(value);
    int key = bits < 0 ? -(bits & 0x7fff) : bits;
    int next = key + 1;
    return Float.float16ToFloat((short) (next < 0 ? -next | 0x8000 : next));
  }

  private static double positiveZero(double value) {
    return value + 0.0;
  }

  @Override
  public boolean hasOrder(ValueOrder order) {
    return switch (order) {
      case FLOAT, DOUBLE, FLOAT16 -> true;
      default -> false;
    };
  }

  @Override
  public Ceiling<Double> ceiling(Object literal) {
    return switch (literal) {
      case Double value -> ceiling(value.doubleValue());
      case Long value -> ceiling(new BigDecimal(value));
      case BigInteger value -> ceiling(new BigDecimal(value));
      case BigDecimal value -> {
        double nearest = nearest(value);
        yield Double.isInfinite(nearest) ? ceiling(value) : new Ceiling<>(nearest, true);
      }
      default -> throw Mismatch.of(literal, "a number");
    };
  }

  private Ceiling<Double> ceiling(double value) {
    double nearest = positiveZero(rounded(value));
    return nearest < value
        ? new Ceiling<>(positiveZero(up(nearest)), false)
        : new Ceiling<>(nearest, nearest == value || Double.isNaN(value));
  }

  private Ceiling<Double> ceiling(BigDecimal value) {
    double nearest = nearest(value);
    int order =
        Double.isInfinite(nearest)
            ? Double.compare(nearest, 0)
            : new BigDecimal(nearest).compareTo(value);
    return order < 0
        ? new Ceiling<>(positiveZero(up(nearest)), false)
        : new Ceiling<>(nearest, order == 0);
  }

  /// Of a double in this width.
  private double rounded(double value) {
    return switch (number) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case FLOAT32 -> (float) value;
      default -> value;
    };
  }

  /// Rounded once.
  private double nearest(BigDecimal value) {
    BigDecimal bounded = Quantities.bounded(value);
    return positiveZero(
        switch (number) {
          case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16(bounded.floatValue()));
          case FLOAT32 -> bounded.floatValue();
          default -> bounded.doubleValue();
        });
  }

  @Override
  public ArrayTest test(ValueSet<Double> set) {
    boolean below = set.startsAtFirst();
    List<Double> bounds =
        set.bounds().subList(below ? 1 : 0, set.bounds().size()).stream()
            .filter(bound -> !bound.isNaN())
            .toList();
    MemorySegment segment = Arena.ofAuto().allocate((long) bounds.size() * number.width());
    for (int i = 0; i < bounds.size(); i++) {
      put(segment, (long) i * number.width(), bounds.get(i));
    }
    NumberBounds test =
        new NumberBounds(number, segment, bounds.size(), below, set.contains(Double.NaN));
    return (kernel, rows, array) -> kernel.numbers(rows, Buffers.values(array), test);
  }

  private void put(MemorySegment segment, long at, double value) {
    switch (number) {
      case FLOAT16 -> segment.set(JAVA_SHORT_UNALIGNED, at, Float.floatToFloat16((float) value));
      case FLOAT32 -> segment.set(JAVA_FLOAT_UNALIGNED, at, (float) value);
      default -> segment.set(JAVA_DOUBLE_UNALIGNED, at, value);
    }
  }

  @Override
  public @Nullable Double fromPlain(byte[] plain, LeafColumn column) {
    if (plain.length != number.width()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    double value =
        switch (number) {
          case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
          case FLOAT32 -> bytes.getFloat();
          default -> bytes.getDouble();
        };
    return Double.isNaN(value) ? null : positiveZero(value);
  }

  @Override
  public byte @Nullable [][] toPlain(Double value, LeafColumn column) {
    if (value.isNaN()) {
      return null; // there are many
    }
    return value == 0.0 ? new byte[][] {plain(0.0), plain(-0.0)} : new byte[][] {plain(value)};
  }

  private byte[] plain(double value) {
    byte[] bytes = new byte[number.width()];
    put(MemorySegment.ofArray(bytes), 0, value);
    return bytes;
  }
}
