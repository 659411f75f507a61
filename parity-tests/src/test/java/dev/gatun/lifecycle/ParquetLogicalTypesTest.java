package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatun.InputSource;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.support.Footers;
import dev.gatun.support.Setup;
import dev.gatun.support.ThriftWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a schema element says that its values mean, in the format's union of logical types and in
/// the converted types of older files.
class ParquetLogicalTypesTest {
  private static final int BYTE_ARRAY = 6;
  private static final int CONVERTED = 6;
  private static final int SCALE = 7;
  private static final int PRECISION = 8;
  private static final int LOGICAL = 10;

  static Iterable<Setup> setups() {
    return Setup.engines();
  }

  /// A file of one column with these fields in its schema element.
  private static LogicalType read(Setup setup, Consumer<ThriftWriter> fields) {
    ThriftWriter out = new ThriftWriter().int32(1, 1).list(2, 12, 2);
    out.begin().text(4, "root").int32(5, 1).end();
    out.begin().int32(1, BYTE_ARRAY).int32(3, 1).text(4, "c");
    fields.accept(out);
    out.end();
    byte[] footer = out.int64(3, 0).list(4, 12, 0).end().bytes();
    InputSource source = InputSource.of("made-up", Footers.file(footer));
    try (ParquetFile file = ParquetFile.open(source, setup.options())) {
      return file.schema().root().children().getFirst().logicalType();
    }
  }

  private static LogicalType logical(Setup setup, int member, Consumer<ThriftWriter> content) {
    return read(
        setup,
        out -> {
          out.struct(LOGICAL).struct(member);
          content.accept(out);
          out.end().end();
        });
  }

  private static Consumer<ThriftWriter> time(boolean utc, int unit) {
    return out -> out.bool(1, utc).struct(2).struct(unit).end().end();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void membersOfTheUnion(Setup setup) {
    Map<Integer, String> plain = new LinkedHashMap<>();
    plain.put(1, "STRING");
    plain.put(2, "MAP");
    plain.put(3, "LIST");
    plain.put(4, "ENUM");
    plain.put(6, "DATE");
    plain.put(11, "UNKNOWN");
    plain.put(12, "JSON");
    plain.put(13, "BSON");
    plain.put(14, "UUID");
    plain.put(15, "FLOAT16");
    plain.put(16, "VARIANT");
    plain.put(17, "GEOMETRY");
    plain.put(18, "GEOGRAPHY");
    plain.put(99, "OTHER(99)");
    // With fields that no version of the format has.
    plain.forEach(
        (member, text) ->
            assertEquals(text, logical(setup, member, out -> out.int64(9, 5)).text()));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void membersWithParameters(Setup setup) {
    assertEquals(
        "DECIMAL(9, 2)",
        logical(setup, 5, out -> out.int32(1, 2).int32(2, 9).bool(3, true)).text());
    assertEquals("TIME(ms)", logical(setup, 7, time(false, 1)).text());
    assertEquals("TIME(us, UTC)", logical(setup, 7, time(true, 2)).text());
    assertEquals("TIMESTAMP(ns, UTC)", logical(setup, 8, time(true, 3)).text());
    assertEquals("OTHER(7)", logical(setup, 7, time(true, 4)).text());
    assertEquals("OTHER(8)", logical(setup, 8, out -> out.bool(1, true).bool(4, true)).text());
    assertEquals(
        "UINT(16)",
        logical(setup, 10, out -> out.field(1, 3).raw(16).bool(2, false).bool(3, true)).text());
    assertEquals(new LogicalType.VariantType(1), logical(setup, 16, out -> out.field(1, 3).raw(1)));
    assertEquals("GEOMETRY(EPSG:4326)", logical(setup, 17, out -> out.text(1, "EPSG:4326")).text());
    assertEquals(
        new LogicalType.GeographyType("x", 2),
        logical(setup, 18, out -> out.text(1, "x").int32(2, 2)));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void convertedTypes(Setup setup) {
    String[] texts = {
      "STRING",
      "MAP",
      "MAP_KEY_VALUE",
      "LIST",
      "ENUM",
      "DECIMAL(9, 2)",
      "DATE",
      "TIME(ms, UTC)",
      "TIME(us, UTC)",
      "TIMESTAMP(ms, UTC)",
      "TIMESTAMP(us, UTC)",
      "UINT(8)",
      "UINT(16)",
      "UINT(32)",
      "UINT(64)",
      "INT(8)",
      "INT(16)",
      "INT(32)",
      "INT(64)",
      "JSON",
      "BSON",
      "INTERVAL"
    };
    for (int number = 0; number < texts.length; number++) {
      assertEquals(texts[number], converted(setup, number).text());
    }
    assertEquals("UNKNOWN", converted(setup, 24).text());
    assertNull(converted(setup, 22));
    assertNull(converted(setup, -1));
    assertNull(converted(setup, Integer.MAX_VALUE));
  }

  private static LogicalType converted(Setup setup, int number) {
    return read(setup, out -> out.int32(CONVERTED, number).int32(SCALE, 2).int32(PRECISION, 9));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void theNewerSayingWins(Setup setup) {
    LogicalType type =
        read(setup, out -> out.int32(CONVERTED, 0).struct(LOGICAL).struct(12).end().end());
    assertEquals("JSON", type.text());
  }
}
