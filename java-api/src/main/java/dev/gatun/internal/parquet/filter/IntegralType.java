package dev.gatun.internal.parquet.filter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.ColumnFilter.NumberBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.stats.ValueOrder;
import dev.gatun.parquet.PhysicalType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whole numbers: integers, unscaled decimals, dates, times, timestamps.
///
/// @param number how an array has them
/// @param quantity a literal as a number of the column's steps
record IntegralType(
    NumberType number, BigInteger first, BigInteger last, Function<Object, BigDecimal> quantity)
    implements ValueType<BigInteger> {

  /// All numbers of a storage type.
  static IntegralType of(NumberType number, Function<Object, BigDecimal> quantity) {
    int bits = number.width() * Byte.SIZE;
    BigInteger size = BigInteger.ONE.shiftLeft(bits);
    if (isUnsigned(number)) {
      return new IntegralType(number, BigInteger.ZERO, size.subtract(BigInteger.ONE), quantity);
    }
    BigInteger half = size.shiftRight(1);
    return new IntegralType(number, half.negate(), half.subtract(BigInteger.ONE), quantity);
  }

  private static boolean isUnsigned(NumberType number) {
    return switch (number) {
      case UINT8, UINT16, UINT32, UINT64 -> true;
      default -> false;
    };
  }

  @Override
  public int compare(BigInteger a, BigInteger b) {
    return a.compareTo(b);
  }

  @Override
  public @Nullable BigInteger next(BigInteger value) {
    return value.compareTo(last) >= 0 ? null : value.add(BigInteger.ONE);
  }

  @Override
  public boolean hasOrder(ValueOrder order) {
    return switch (order) {
      case INT32, INT64, BIG_INTEGER -> !isUnsigned(number);
      case UINT32, UINT64 -> isUnsigned(number);
      default -> false;
    };
  }

  @Override
  public Ceiling<BigInteger> ceiling(Object literal) {
    BigDecimal exact = quantity.apply(literal);
    BigInteger up = exact.setScale(0, RoundingMode.CEILING).toBigInteger();
    if (up.compareTo(first) < 0) {
      return new Ceiling<>(first, false);
    }
    return up.compareTo(last) > 0
        ? new Ceiling<>(null, false)
        : new Ceiling<>(up, exact.compareTo(new BigDecimal(up)) == 0);
  }

  @Override
  public ArrayTest test(ValueSet<BigInteger> set) {
    boolean below = set.startsAtFirst();
    List<BigInteger> bounds = set.bounds().subList(below ? 1 : 0, set.bounds().size());
    MemorySegment segment = Arena.ofAuto().allocate((long) bounds.size() * number.width());
    for (int i = 0; i < bounds.size(); i++) {
      byte[] bytes = littleEndian(bounds.get(i), number.width());
      MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, (long) i * bytes.length, bytes.length);
    }
    NumberBounds test = new NumberBounds(number, segment, bounds.size(), below, false);
    return (kernel, rows, array) -> kernel.numbers(rows, Buffers.values(array), test);
  }

  @Override
  public @Nullable BigInteger fromPlain(byte[] plain, LeafColumn column) {
    BigInteger value =
        switch (column.type()) {
          case INT32, INT64 -> fromLittleEndian(plain, column.type());
          case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> plain.length == 0 ? null : new BigInteger(plain);
          case BOOLEAN, INT96, FLOAT, DOUBLE -> null;
        };
    return value == null || value.compareTo(first) < 0 || value.compareTo(last) > 0 ? null : value;
  }

  private @Nullable BigInteger fromLittleEndian(byte[] plain, PhysicalType type) {
    int width = type == PhysicalType.INT32 ? Integer.BYTES : Long.BYTES;
    if (plain.length != width) {
      return null;
    }
    byte[] reversed = reversed(plain);
    return isUnsigned(number) ? new BigInteger(1, reversed) : new BigInteger(reversed);
  }

  @Override
  public byte @Nullable [][] toPlain(BigInteger value, LeafColumn column) {
    return switch (column.type()) {
      case INT32 -> new byte[][] {littleEndian(value, Integer.BYTES)};
      case INT64 -> new byte[][] {littleEndian(value, Long.BYTES)};
      case FIXED_LEN_BYTE_ARRAY ->
          new byte[][] {reversed(littleEndian(value, column.typeLength()))};
      // Any number of leading bytes may be there.
      case BYTE_ARRAY, BOOLEAN, INT96, FLOAT, DOUBLE -> null;
    };
  }

  private static byte[] littleEndian(BigInteger value, int width) {
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = value.shiftRight(Byte.SIZE * i).byteValue();
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
