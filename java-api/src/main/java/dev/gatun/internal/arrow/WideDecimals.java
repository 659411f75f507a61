package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Supplier;

/// Decimals of 32 and 64 bits as ones of 128 bits, which every reader of Arrow knows.
public final class WideDecimals {
  private static final int WIDE = 128;

  private WideDecimals() {}

  /// The schema with wide decimals.
  public static Schema widen(Schema schema) {
    return new Schema(fields(schema.fields()), schema.metadata());
  }

  private static List<Field> fields(List<Field> fields) {
    return fields.stream().map(WideDecimals::field).toList();
  }

  private static Field field(Field field) {
    return new Field(
        field.name(),
        type(field.type()),
        field.nullable(),
        fields(field.children()),
        field.metadata());
  }

  private static DataType type(DataType type) {
    return switch (type) {
      case DataType.Decimal decimal when decimal.bits() < WIDE ->
          new DataType.Decimal(decimal.precision(), decimal.scale(), WIDE);
      case DataType.Dictionary(DataType values) -> new DataType.Dictionary(type(values));
      default -> type;
    };
  }

  /// The array with wide decimals, everything else shared with the given one.
  ///
  /// @param memory asked when there is something to convert
  public static ArrayData widen(ArrayData array, Supplier<Region> memory) {
    ArrayData dictionary = array.dictionary();
    MemorySegment values = array.values();
    if (values != null
        && array.field().type() instanceof DataType.Decimal(_, _, int bits)
        && bits < WIDE) {
      values = widen(values, bits, array.length(), memory.get());
    }
    return new ArrayData(
        array.field(),
        array.length(),
        array.nulls(),
        array.validity(),
        array.offsets(),
        values,
        array.children().stream().map(child -> widen(child, memory)).toList(),
        dictionary == null ? null : widen(dictionary, memory),
        array.views());
  }

  private static MemorySegment widen(MemorySegment values, int bits, int length, Region memory) {
    MemorySegment wide = memory.allocate(length, 2 * Long.BYTES);
    for (int i = 0; i < length; i++) {
      long value =
          bits == Integer.SIZE
              ? values.getAtIndex(ValueLayout.JAVA_INT, i)
              : values.getAtIndex(ValueLayout.JAVA_LONG, i);
      wide.setAtIndex(ValueLayout.JAVA_LONG, 2L * i, value);
      wide.setAtIndex(ValueLayout.JAVA_LONG, 2L * i + 1, value >> (Long.SIZE - 1));
    }
    return wide;
  }
}
