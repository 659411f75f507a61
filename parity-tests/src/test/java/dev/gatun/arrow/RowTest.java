package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.support.TestReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rows say what columns say.
class RowTest {
  private static final Field NUMBER = field("number", new DataType.Int(32, true));
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              NUMBER,
              field("day", new DataType.Date()),
              field("ratio", new DataType.FloatingPoint(32)),
              field("flag", new DataType.Bool()),
              field("text", new DataType.Dictionary(new DataType.Utf8())),
              field("price", new DataType.Decimal(9, 2, 64)),
              field("id", new DataType.FixedSizeBinary(2)),
              new Field("list", new DataType.List(), true, List.of(NUMBER), Map.of()),
              new Field("struct", new DataType.Struct(), true, List.of(NUMBER), Map.of())),
          Map.of());
  private static final List<List<Object>> VALUES =
      List.of(
          Arrays.asList(7, null),
          Arrays.asList(LocalDate.EPOCH.plusDays(3), null),
          Arrays.asList(0.5f, null),
          Arrays.asList(true, null),
          Arrays.asList("text", null),
          Arrays.asList(new BigDecimal("1.50"), null),
          Arrays.asList(new byte[] {1, 2}, null),
          Arrays.asList(Arrays.asList(1, null), null),
          Arrays.asList(Map.of("number", 4), null));

  private static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  @Test
  void everyGetter() {
    try (var reader = new TestReader(SCHEMA, List.of(VALUES))) {
      List<Integer> indexes = new ArrayList<>();
      for (Row row : reader.next().rows()) {
        indexes.add(row.index());
        if (row.index() == 0) {
          assertFirst(row);
        } else {
          assertNulls(row);
        }
      }
      assertEquals(List.of(0, 1), indexes);
    }
  }

  private static void assertFirst(Row row) {
    assertEquals(7, row.getInt("number"));
    assertEquals(7, row.getLong(0));
    assertEquals(7.0, row.getDouble("number"));
    assertEquals(3, row.getLong("day"));
    assertEquals(LocalDate.EPOCH.plusDays(3), row.getObject("day"));
    assertEquals(0.5, row.getDouble("ratio"));
    assertTrue(row.getBoolean("flag"));
    assertEquals("text", row.getString("text"));
    assertEquals(new BigDecimal("1.50"), row.getDecimal("price"));
    assertArrayEquals(new byte[] {1, 2}, row.getBytes("id"));
    assertEquals(Arrays.asList(1, null), row.getList("list"));
    assertEquals(Map.of("number", 4), row.getStruct("struct"));
    assertThrows(IllegalArgumentException.class, () -> row.getLong("text"));
    assertThrows(IllegalArgumentException.class, () -> row.getMap("list"));
    assertThrows(IllegalArgumentException.class, () -> row.getLong("nothing"));
  }

  private static void assertNulls(Row row) {
    assertTrue(row.isNull("number"));
    var e = assertThrows(NullPointerException.class, () -> row.getLong("number"));
    assertEquals("column \"number\" is null in row 1", e.getMessage());
    for (String name : List.of("text", "price", "id", "list", "struct")) {
      assertNull(row.getObject(name));
    }
    assertNull(row.getString("text"));
    assertNull(row.getDecimal("price"));
    assertNull(row.getBytes("id"));
    assertNull(row.getList("list"));
    assertNull(row.getStruct("struct"));
  }

  @Test
  void aRowEndsWithItsBatch() {
    try (var reader = new TestReader(SCHEMA, List.of(VALUES))) {
      Row row = reader.next().rows().iterator().next();
      reader.next();
      assertThrows(IllegalStateException.class, () -> row.getLong("number"));
    }
  }
}
