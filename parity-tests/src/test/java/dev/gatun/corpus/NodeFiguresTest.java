package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.support.ArrowLayout;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The checker of the corpus itself, on arrays made by hand.
class NodeFiguresTest {
  private static final DataType INT64 = new DataType.Int(64, true);

  private static MemorySegment bits(int... bytes) {
    byte[] packed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      packed[i] = (byte) bytes[i];
    }
    return MemorySegment.ofArray(packed);
  }

  private static ArrayData leaf(String name, DataType type, int length, Object values) {
    MemorySegment segment =
        switch (values) {
          case long[] longs -> MemorySegment.ofArray(longs);
          case int[] ints -> MemorySegment.ofArray(ints);
          case byte[] bytes -> MemorySegment.ofArray(bytes);
          case double[] doubles -> MemorySegment.ofArray(doubles);
          default -> throw new AssertionError(values);
        };
    Field field = new Field(name, type, true);
    return new ArrayData(field, length, 0, null, null, segment, List.of(), null, List.of());
  }

  private static ArrayData withNulls(ArrayData array, int nulls, int... bytes) {
    return new ArrayData(
        array.field(),
        array.length(),
        nulls,
        bits(bytes),
        array.offsets(),
        array.values(),
        array.children(),
        array.dictionary(),
        array.views());
  }

  private static ArrayData nested(
      String name, DataType type, int length, int[] offsets, ArrayData... children) {
    List<Field> fields = Arrays.stream(children).map(ArrayData::field).toList();
    return new ArrayData(
        new Field(name, type, true, fields, Map.of()),
        length,
        0,
        null,
        offsets == null ? null : MemorySegment.ofArray(offsets),
        null,
        List.of(children),
        null,
        List.of());
  }

  private static ArrayData strings(String name, int[] offsets, String bytes) {
    return new ArrayData(
        new Field(name, new DataType.Utf8(), true),
        offsets.length - 1,
        0,
        null,
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(bytes.getBytes()),
        List.of(),
        null,
        List.of());
  }

  private static long h31(long... xs) {
    return LongStream.of(xs).reduce(7, (hash, x) -> hash * 31 + x);
  }

  private static List<Map<String, Object>> figures(ArrayData array) {
    ArrowLayout.check(array);
    NodeFigures figures = new NodeFigures(array.field());
    figures.add(array);
    return figures.all().map(NodeFigures::figures).toList();
  }

  private static void assertFigures(Map<String, Object> actual, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      assertEquals(
          namesAndValues[i + 1], actual.get(namesAndValues[i]), namesAndValues[i]::toString);
    }
  }

  @Test
  void integersWithNulls() {
    ArrayData array = withNulls(leaf("a", INT64, 3, new long[] {5, 99, -7}), 1, 0b101);
    assertFigures(
        figures(array).getFirst(),
        "path",
        "a",
        "slots",
        3L,
        "nulls",
        1L,
        "present",
        2L,
        "validityHash",
        h31(1, 0, 1),
        "valueHash",
        h31(5, -7),
        "sum64",
        -2L,
        "min",
        "-7",
        "max",
        "5");
  }

  @Test
  void unsignedIntegersAreUnsigned() {
    ArrayData bytes = leaf("a", new DataType.Int(8, false), 2, new byte[] {-1, 1});
    assertFigures(figures(bytes).getFirst(), "valueHash", h31(255, 1), "min", "1", "max", "255");
    ArrayData longs = leaf("a", new DataType.Int(64, false), 2, new long[] {-1, 1});
    assertFigures(figures(longs).getFirst(), "min", "1", "max", "18446744073709551615");
  }

  @Test
  void nullStructsPushTheirNullsDown() {
    ArrayData child = withNulls(leaf("x", INT64, 4, new long[] {1, 2, 3, 4}), 1, 0b1110);
    ArrayData struct = withNulls(nested("s", new DataType.Struct(), 4, null, child), 1, 0b1101);
    List<Map<String, Object>> nodes = figures(struct);
    assertFigures(nodes.get(0), "kind", "struct", "nulls", 1L, "validityHash", h31(1, 0, 1, 1));
    assertFigures(
        nodes.get(1),
        "path",
        "s.x",
        "nulls",
        2L,
        "validityHash",
        h31(0, 0, 1, 1),
        "valueHash",
        h31(3, 4));
  }

  @Test
  void listsHoldTheElementsOfListsThatAreNotNull() {
    ArrayData elements = leaf("item", INT64, 5, new long[] {1, 2, 3, 4, 5});
    ArrayData list =
        withNulls(
            nested("l", new DataType.List(), 4, new int[] {0, 2, 3, 3, 5}, elements), 1, 0b1101);
    List<Map<String, Object>> nodes = figures(list);
    assertFigures(nodes.get(0), "lengthHash", h31(2, -1, 0, 2), "elements", 4L, "nulls", 1L);
    assertFigures(nodes.get(1), "path", "l.element", "slots", 4L, "valueHash", h31(1, 2, 4, 5));
  }

  @Test
  void mapsHaveKeysAndValues() {
    ArrayData entry =
        nested(
            "entries",
            new DataType.Struct(),
            2,
            null,
            strings("k", new int[] {0, 1, 3}, "abb"),
            leaf("v", INT64, 2, new long[] {1, 2}));
    ArrayData map = nested("m", new DataType.Map(), 1, new int[] {0, 2}, entry);
    List<Map<String, Object>> nodes = figures(map);
    assertEquals(
        List.of("m", "m.key", "m.value"), nodes.stream().map(node -> node.get("path")).toList());
    assertFigures(nodes.get(0), "kind", "map", "lengthHash", h31(2));
    assertFigures(nodes.get(1), "bytes", 3L, "minBytes", "61", "maxBytes", "6262");
  }

  @Test
  void floatsLeaveOutWhatIsNotFinite() {
    double[] values = {1.5, Double.NaN, Double.NEGATIVE_INFINITY, -2};
    ArrayData array = leaf("d", new DataType.FloatingPoint(64), 4, values);
    assertFigures(
        figures(array).getFirst(),
        "nan",
        1L,
        "inf",
        1L,
        "sumFinite",
        -0.5,
        "min",
        Double.NEGATIVE_INFINITY,
        "max",
        1.5);
  }

  @Test
  void decimalsOfEveryWidthAreTheSame() {
    ArrayData narrow = leaf("d", new DataType.Decimal(9, 2, 32), 2, new int[] {-5, 700});
    ArrayData wide = leaf("d", new DataType.Decimal(9, 2, 128), 2, new long[] {-5, -1, 700, 0});
    assertEquals(figures(narrow), figures(wide));
    assertFigures(
        figures(wide).getFirst(),
        "sumUnscaled",
        BigInteger.valueOf(695),
        "min",
        BigInteger.valueOf(-5),
        "valueHash",
        h31(
            ValueFigures.crc32(new byte[] {-5}),
            ValueFigures.crc32(BigInteger.valueOf(700).toByteArray())));
  }

  @Test
  void dictionariesAndViewsAreTheirValues() {
    ArrayData plain = strings("t", new int[] {0, 1, 14, 15}, "aa long stringb");
    ArrayData values = strings("t", new int[] {0, 1, 14, 15}, "aa long stringb");
    ArrayData dictionary =
        new ArrayData(
            new Field("t", new DataType.Dictionary(new DataType.Utf8()), true),
            3,
            0,
            null,
            null,
            MemorySegment.ofArray(new int[] {0, 1, 2}),
            List.of(),
            values,
            List.of());
    assertEquals(figures(plain), figures(dictionary));
  }

  @Test
  void aDifferenceIsNamed() {
    ArrayData array = leaf("a", INT64, 1, new long[] {5});
    NodeFigures figures = new NodeFigures(array.field());
    figures.add(array);
    assertEquals(
        List.of("a max: expected 6 but was 5"),
        figures.differences(Map.of("type", "int64", "slots", 1, "max", 6)));
  }
}
