package dev.gatun.internal.parquet.filter;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import org.jspecify.annotations.Nullable;

/// From Arrow types to value types.
final class ValueTypes {
  private ValueTypes() {}

  /// How a field's values compare; null when there are none to compare: nested types, and the type
  /// of nulls.
  static @Nullable ValueType<?> of(Field field) {
    return of(field.type(), "arrow.uuid".equals(field.metadata().get("ARROW:extension:name")));
  }

  private static @Nullable ValueType<?> of(DataType type, boolean uuid) {
    return switch (type) {
      case DataType.Bool _ -> new BooleanType();
      case DataType.Int integer ->
          IntegralType.of(integer(integer.bits(), integer.signed()), Quantities.number(0));
      case DataType.Decimal decimal ->
          IntegralType.of(integer(decimal.bits(), true), Quantities.number(decimal.scale()));
      case DataType.FloatingPoint real ->
          new FloatType(
              switch (real.bits()) {
                case 16 -> NumberType.FLOAT16;
                case 32 -> NumberType.FLOAT32;
                default -> NumberType.FLOAT64;
              });
      case DataType.Date _ -> IntegralType.of(NumberType.INT32, Quantities::days);
      case DataType.Time time ->
          IntegralType.of(
              switch (time.unit()) {
                case SECOND, MILLISECOND -> NumberType.INT32;
                case MICROSECOND, NANOSECOND -> NumberType.INT64;
              },
              Quantities.time(time.unit()));
      case DataType.Timestamp stamp ->
          IntegralType.of(
              NumberType.INT64,
              stamp.zone() == null
                  ? Quantities.localTimestamp(stamp.unit())
                  : Quantities.instant(stamp.unit()));
      case DataType.Utf8 _, DataType.Utf8View _, DataType.Binary _, DataType.BinaryView _ ->
          new BytesType(BytesType.ANY, false);
      case DataType.FixedSizeBinary(int width) -> new BytesType(width, uuid);
      case DataType.Dictionary(var values) -> of(values, uuid);
      case DataType.Null _, DataType.Struct _, DataType.List _, DataType.Map _ -> null;
    };
  }

  private static NumberType integer(int bits, boolean signed) {
    return switch (bits) {
      case 8 -> signed ? NumberType.INT8 : NumberType.UINT8;
      case 16 -> signed ? NumberType.INT16 : NumberType.UINT16;
      case 32 -> signed ? NumberType.INT32 : NumberType.UINT32;
      case 64 -> signed ? NumberType.INT64 : NumberType.UINT64;
      case 128 -> NumberType.INT128;
      default -> NumberType.INT256;
    };
  }
}
