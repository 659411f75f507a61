package dev.gatun.internal.parquet.stats;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.PhysicalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value in PLAIN encoding without length as a Java object.
final class ValueDecoder {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

  private ValueDecoder() {}

  /// @param order says that the bytes are a value
  /// @return null when the value is outside what its type can be
  static @Nullable Object decode(byte[] value, ParquetColumn column, ValueOrder order) {
    try {
      return switch (order) {
        case BOOLEAN -> value[0] != 0;
        case INT32 -> integer(ValueOrder.asInt(value), column);
        case INT64 -> integer(ValueOrder.asLong(value), column);
        case UINT32 -> Integer.toUnsignedLong(ValueOrder.asInt(value));
        case UINT64 -> new BigInteger(Long.toUnsignedString(ValueOrder.asLong(value)));
        case FLOAT, FLOAT16 -> (float) order.asDouble(value);
        case DOUBLE -> order.asDouble(value);
        case INT96 -> int96(value);
        case BIG_INTEGER -> decimal(new BigInteger(value), column);
        case BYTES -> bytes(value, column);
        case NONE -> null;
      };
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Object integer(long value, ParquetColumn column) {
    return switch (column.logicalType()) {
      case LogicalType.DecimalType _ -> decimal(BigInteger.valueOf(value), column);
      case LogicalType.DateType _ when isInt32(column) -> LocalDate.ofEpochDay(value);
      case LogicalType.TimeType type ->
          LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos(type.unit())));
      case LogicalType.TimestampType type when !isInt32(column) -> timestamp(value, type);
      case null, default -> isInt32(column) ? (Object) (int) value : (Object) value;
    };
  }

  private static boolean isInt32(ParquetColumn column) {
    return column.physicalType() == PhysicalType.INT32;
  }

  private static BigDecimal decimal(BigInteger unscaled, ParquetColumn column) {
    int scale = column.logicalType() instanceof LogicalType.DecimalType type ? type.scale() : 0;
    return new BigDecimal(unscaled, scale);
  }

  /// Nanoseconds of a unit.
  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> NANOS_PER_SECOND;
      case MILLISECOND -> 1_000_000;
      case MICROSECOND -> 1_000;
      case NANOSECOND -> 1;
    };
  }

  private static Object timestamp(long value, LogicalType.TimestampType type) {
    long perSecond = NANOS_PER_SECOND / nanos(type.unit());
    long second = Math.floorDiv(value, perSecond);
    int nano = (int) (Math.floorMod(value, perSecond) * nanos(type.unit()));
    return type.adjustedToUtc()
        ? (Object) Instant.ofEpochSecond(second, nano)
        : (Object) LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
  }

  private static LocalDateTime int96(byte[] value) {
    long nanoOfDay = ValueOrder.asLong(value);
    long day = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt(Long.BYTES);
    return LocalDate.ofEpochDay(day - JULIAN_DAY_OF_EPOCH).atStartOfDay().plusNanos(nanoOfDay);
  }

  private static Object bytes(byte[] value, ParquetColumn column) {
    return switch (column.logicalType()) {
      case LogicalType.StringType _, LogicalType.EnumType _, LogicalType.JsonType _ ->
          new String(value, StandardCharsets.UTF_8);
      case LogicalType.UuidType _ when value.length == 2 * Long.BYTES ->
          uuid(ByteBuffer.wrap(value));
      case null, default -> value.clone();
    };
  }

  private static UUID uuid(ByteBuffer value) {
    return new UUID(value.getLong(), value.getLong());
  }
}
