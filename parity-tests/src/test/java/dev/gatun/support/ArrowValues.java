package dev.gatun.support;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.arrow.ArrayData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Slots as plain objects that tests compare: null, [Boolean], [Long] (integers, dates and times as
/// they are, floating point numbers as their raw bits), [java.math.BigInteger] (unscaled decimals),
/// [String] (a character a byte), and lists of them for structs, lists and maps (of pairs).
public final class ArrowValues {
  private ArrowValues() {}

  /// All slots of a column.
  public static List<Object> of(ArrayData array) {
    return range(array, 0, array.length());
  }

  private static List<Object> range(ArrayData array, int from, int to) {
    List<Object> values = new ArrayList<>(to - from);
    for (int slot = from; slot < to; slot++) {
      values.add(value(array, slot));
    }
    return values;
  }

  private static Object value(ArrayData array, int slot) {
    if (!ArrowSlots.isValid(array, slot)) {
      return null;
    }
    return switch (ArrowSlots.valueType(array.field().type())) {
      case DataType.Struct _ -> {
        List<Object> fields = new ArrayList<>();
        array.children().forEach(child -> fields.add(value(child, slot)));
        yield fields;
      }
      case DataType.List _, DataType.Map _ ->
          range(
              array.children().getFirst(),
              ArrowSlots.offset(array, slot),
              ArrowSlots.offset(array, slot + 1));
      case DataType.Bool _ -> ArrowSlots.bits(array, slot) != 0;
      case DataType.Decimal _ -> ArrowSlots.unscaled(array, slot);
      case DataType.Utf8 _,
          DataType.Binary _,
          DataType.Utf8View _,
          DataType.BinaryView _,
          DataType.FixedSizeBinary _ ->
          text(ArrowSlots.bytes(array, slot));
      default -> ArrowSlots.bits(array, slot);
    };
  }

  /// Bytes in the form that these objects have.
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
