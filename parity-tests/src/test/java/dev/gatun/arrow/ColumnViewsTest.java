package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Typed views say what the buffers say.
class ColumnViewsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 200})
  void everyTypeGivesItsObjects(int rows) {
    List<Field> fields = RandomColumns.everyType();
    RandomColumns random = new RandomColumns(rows);
    List<List<Object>> values = fields.stream().map(f -> random.values(f, rows)).toList();
    try (var reader = new TestReader(new Schema(fields, Map.of()), List.of(values))) {
      Batch batch = reader.next();
      assertEquals(rows, batch.rowCount());
      for (int c = 0; c < fields.size(); c++) {
        Column column = batch.column(fields.get(c).name());
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
          read.add(column.object(i));
          assertEquals(values.get(c).get(i) == null, column.isNull(i), fields.get(c).name());
        }
        Same.assertSame(values.get(c), read, fields.get(c).name());
        assertEquals(rows, column.length());
        assertEquals(values.get(c).stream().filter(Objects::isNull).count(), column.nullCount());
        assertEquals(fields.get(c), column.field());
        assertThrows(IndexOutOfBoundsException.class, () -> column.object(rows));
        assertThrows(IndexOutOfBoundsException.class, () -> column.object(-1));
      }
    }
  }

  private static void with(DataType type, List<?> values, Consumer<Column> test) {
    Field field = new Field("x", type, true);
    var schema = new Schema(List.of(field), Map.of());
    try (var reader = new TestReader(schema, List.of(List.of(values)))) {
      test.accept(reader.next().column("x"));
    }
  }

  @Test
  void gettersDoNotBox() {
    with(new DataType.Bool(), List.of(true, false), c -> assertTrue(c.asBooleans().get(0)));
    with(
        new DataType.Int(8, false),
        List.of(200),
        c -> {
          assertEquals((byte) 200, c.asBytes().get(0));
          assertEquals(200, c.asBytes().toInt(0));
        });
    with(new DataType.Int(16, false), List.of(65535), c -> assertEquals(-1, c.asShorts().get(0)));
    with(
        new DataType.Int(32, false),
        List.of(4_000_000_000L),
        c -> assertEquals(4_000_000_000L, c.asInts().toLong(0)));
    with(
        new DataType.Int(64, false),
        List.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
        c -> {
          assertEquals(-1, c.asLongs().get(0));
          assertEquals("18446744073709551615", c.asLongs().toBigInteger(0).toString());
        });
    with(
        new DataType.FloatingPoint(16),
        List.of(1.5f),
        c -> assertEquals(1.5f, c.asFloat16s().get(0)));
    with(
        new DataType.FloatingPoint(32),
        List.of(2.5f),
        c -> assertEquals(2.5f, c.asFloats().get(0)));
    with(
        new DataType.FloatingPoint(64), List.of(2.5), c -> assertEquals(2.5, c.asDoubles().get(0)));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64, 128, 256})
  void decimalsOfEveryWidth(int bits) {
    BigDecimal small = new BigDecimal("-123.45");
    with(
        new DataType.Decimal(9, 2, bits),
        Arrays.asList(small, null),
        c -> {
          DecimalColumn decimals = c.asDecimals();
          assertEquals(small, decimals.get(0));
          assertNull(decimals.get(1));
          assertEquals(-12345, decimals.unscaledLong(0));
          assertEquals(2, decimals.scale());
          assertEquals(bits / 8, decimals.width());
        });
  }

  @Test
  void wideDecimalsDoNotFitLongs() {
    for (String unscaled : List.of("9223372036854775808", "-9223372036854775809")) {
      BigDecimal value = new BigDecimal(new BigInteger(unscaled), 0);
      with(
          new DataType.Decimal(38, 0, 128),
          List.of(value),
          c -> {
            assertEquals(value, c.asDecimals().get(0));
            assertThrows(ArithmeticException.class, () -> c.asDecimals().unscaledLong(0));
          });
    }
    with(
        new DataType.Decimal(38, 0, 128),
        List.of(BigDecimal.valueOf(Long.MIN_VALUE)),
        c -> assertEquals(Long.MIN_VALUE, c.asDecimals().unscaledLong(0)));
  }

  @Test
  void textInEveryLayout() {
    List<String> values = Arrays.asList("short", null, "longer than twelve bytes", "");
    for (DataType type :
        List.of(
            new DataType.Utf8(),
            new DataType.Utf8View(),
            new DataType.Dictionary(new DataType.Utf8()))) {
      with(
          type,
          values,
          c -> {
            StringColumn strings = c.asStrings();
            assertEquals("short", strings.get(0));
            assertNull(strings.get(1));
            assertEquals("longer than twelve bytes", strings.get(2));
            assertEquals(24, strings.length(2));
            assertEquals('l', strings.segment(2).get(ValueLayout.JAVA_BYTE, 0));
            assertEquals(0, strings.segment(3).byteSize());
            assertEquals(type instanceof DataType.Utf8, strings.offsets() != null);
            assertThrows(IndexOutOfBoundsException.class, () -> strings.get(4));
            assertThrows(IndexOutOfBoundsException.class, () -> strings.length(4));
          });
    }
  }

  @Test
  void dictionariesAreSeenAsSuchToo() {
    with(
        new DataType.Dictionary(new DataType.Utf8()),
        List.of("a", "b", "a"),
        c -> {
          DictionaryColumn dictionary = c.asDictionary();
          assertEquals(2, dictionary.dictionary().length());
          assertEquals(dictionary.entry(0), dictionary.entry(2));
          assertThrows(IllegalArgumentException.class, c::asBinary);
        });
  }

  @Test
  void uuids() {
    byte[] bytes = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
    with(
        new DataType.FixedSizeBinary(16),
        Arrays.asList(bytes, null),
        c -> {
          assertEquals(
              UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
              c.asFixedSizeBinary().uuid(0));
          assertNull(c.asFixedSizeBinary().uuid(1));
          assertArrayEquals(bytes, c.asFixedSizeBinary().get(0));
        });
    with(
        new DataType.FixedSizeBinary(2),
        List.of(new byte[2]),
        c -> assertThrows(IllegalArgumentException.class, () -> c.asFixedSizeBinary().uuid(0)));
  }

  @Test
  void rawBuffersAreCutAndReadOnly() {
    with(
        new DataType.Int(64, true),
        Arrays.asList(1L, null, 3L),
        c -> {
          LongColumn longs = c.asLongs();
          assertEquals(24, longs.values().byteSize());
          assertEquals(1, longs.validity().byteSize());
          assertEquals(0b101, longs.validity().get(ValueLayout.JAVA_BYTE, 0));
          assertThrows(RuntimeException.class, () -> longs.values().fill((byte) 0));
        });
    with(new DataType.Int(64, true), List.of(1L), c -> assertNull(c.validity()));
  }

  @Test
  void wrongTypesAndNamesAreExplained() {
    with(
        new DataType.Int(64, true),
        List.of(1L),
        c -> {
          var e = assertThrows(IllegalArgumentException.class, c::asStrings);
          assertEquals("column \"x\" is int64, not utf8", e.getMessage());
          assertThrows(IllegalArgumentException.class, c::asInts);
          assertThrows(IllegalArgumentException.class, () -> c.asLongs().instant(0));
          assertFalse(c.isNull(0));
        });
    var schema =
        new Schema(
            List.of(
                new Field("a", new DataType.Bool(), true),
                new Field("b", new DataType.Bool(), true)),
            Map.of());
    try (var reader = new TestReader(schema, List.of(List.of(List.of(), List.of())))) {
      Batch batch = reader.next();
      var e = assertThrows(IllegalArgumentException.class, () -> batch.column("c"));
      assertEquals("no column \"c\"; there are a, b", e.getMessage());
      assertThrows(IndexOutOfBoundsException.class, () -> batch.column(2));
    }
  }
}
