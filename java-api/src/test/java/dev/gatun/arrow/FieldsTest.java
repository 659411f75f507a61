package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Types in messages about columns that are read as something else.
class FieldsTest {
  private static Field field(String name, DataType type, Field... children) {
    return new Field(name, type, true, List.of(children), Map.of());
  }

  private static String name(DataType type, Field... children) {
    return Fields.typeName(field("a", type, children));
  }

  @Test
  void plainTypes() {
    assertEquals("null", name(new DataType.Null()));
    assertEquals("bool", name(new DataType.Bool()));
    assertEquals("int8", name(new DataType.Int(8, true)));
    assertEquals("uint64", name(new DataType.Int(64, false)));
    assertEquals("float16", name(new DataType.FloatingPoint(16)));
    assertEquals("decimal256(40, 2)", name(new DataType.Decimal(40, 2, 256)));
    assertEquals("utf8_view", name(new DataType.Utf8View()));
    assertEquals("binary", name(new DataType.Binary()));
    assertEquals("binary_view", name(new DataType.BinaryView()));
    assertEquals("fixed_size_binary[16]", name(new DataType.FixedSizeBinary(16)));
  }

  @Test
  void datesAndTimes() {
    assertEquals("date32", name(new DataType.Date()));
    assertEquals("time32[s]", name(new DataType.Time(TimeUnit.SECOND)));
    assertEquals("time32[ms]", name(new DataType.Time(TimeUnit.MILLISECOND)));
    assertEquals("time64[us]", name(new DataType.Time(TimeUnit.MICROSECOND)));
    assertEquals("timestamp[ns]", name(new DataType.Timestamp(TimeUnit.NANOSECOND, null)));
    assertEquals("timestamp[us, UTC]", name(new DataType.Timestamp(TimeUnit.MICROSECOND, "UTC")));
  }

  @Test
  void nestedTypes() {
    Field key = field("key", new DataType.Utf8());
    Field value = field("value", new DataType.Int(32, true));
    Field entries = field("entries", new DataType.Struct(), key, value);
    assertEquals("list<value: int32>", name(new DataType.List(), value));
    assertEquals("struct<key: utf8, value: int32>", name(new DataType.Struct(), key, value));
    assertEquals(
        "map<entries: struct<key: utf8, value: int32>>", name(new DataType.Map(), entries));
    assertEquals("dictionary<utf8>", name(new DataType.Dictionary(new DataType.Utf8())));
  }
}
