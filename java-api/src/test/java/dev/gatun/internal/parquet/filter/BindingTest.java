package dev.gatun.internal.parquet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.Predicate;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
  private static final List<ReadNode> SCHEMA =
      List.of(
          leaf(0, "n", new DataType.Int(32, true), PhysicalType.INT32),
          leaf(1, "price", new DataType.Decimal(9, 2, 64), PhysicalType.INT64),
          leaf(2, "s", new DataType.Utf8(), PhysicalType.BYTE_ARRAY),
          leaf(3, "day", new DataType.Date(), PhysicalType.INT32),
          leaf(4, "at", new DataType.Timestamp(TimeUnit.MICROSECOND, "UTC"), PhysicalType.INT64),
          leaf(5, "x", new DataType.FloatingPoint(64), PhysicalType.DOUBLE),
          parent(
              "place",
              new DataType.Struct(),
              -1,
              leaf(6, "city", new DataType.Utf8(), PhysicalType.BYTE_ARRAY)),
          parent("tags", new DataType.List(), 1, inList()),
          required(),
          leaf(9, "a.b", new DataType.Int(64, true), PhysicalType.INT64),
          leaf(10, "none", new DataType.Null(), PhysicalType.INT32),
          leaf(11, "clock", new DataType.Time(TimeUnit.MILLISECOND), PhysicalType.INT32),
          leaf(12, "local", new DataType.Timestamp(TimeUnit.NANOSECOND, null), PhysicalType.INT64),
          leaf(13, "f", new DataType.FloatingPoint(32), PhysicalType.FLOAT),
          leaf(14, "raw", new DataType.FixedSizeBinary(3), PhysicalType.FIXED_LEN_BYTE_ARRAY));

  private static ReadNode leaf(int index, String name, DataType type, PhysicalType physical) {
    LeafColumn leaf = new LeafColumn(index, List.of(name), physical, 0, 1, 0);
    return new ReadNode(new Field(name, type, true), 0, 0, 1, -1, leaf, List.of());
  }

  private static ReadNode parent(String name, DataType type, int elementDef, ReadNode child) {
    Field field = new Field(name, type, true, List.of(child.field()), Map.of());
    return new ReadNode(field, 0, 0, 1, elementDef, child.leaf(), List.of(child));
  }

  private static ReadNode inList() {
    LeafColumn leaf =
        new LeafColumn(7, List.of("tags", "list", "element"), PhysicalType.BYTE_ARRAY, 0, 2, 1);
    return new ReadNode(
        new Field("element", new DataType.Utf8(), true), 1, 1, 2, -1, leaf, List.of());
  }

  private static ReadNode required() {
    LeafColumn leaf = new LeafColumn(8, List.of("id"), PhysicalType.INT64, 0, 0, 0);
    return new ReadNode(
        new Field("id", new DataType.Int(64, true), false), 0, 0, 0, -1, leaf, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "n > 5 and n < 10|n in [6, 10]",
        "n >= 5.5 and n <= 6.5|n in [6, 7]",
        "n = 5.5|Constant[value=false]",
        "n <> 5.5|n in [-2147483648]",
        "n > 99999999999|Constant[value=false]",
        "n < 99999999999|n in [-2147483648]",
        "n in (1, 2, 3, 7)|n in [1, 4, 7, 8]",
        "n not in (1) or n is null|n in [-2147483648, 1, 2] or null",
        "n is null or n is not null|Constant[value=true]",
        "n = 1e999999999|Constant[value=false]",
        "n > 1e-999999999 and n < 3|n in [1, 3]",
        "price > 5|price in [501]",
        "price = 5.001|Constant[value=false]",
        "price <= 5.001|price in [-9223372036854775808, 501]",
        "day = '1970-01-02'|day in [1, 2]",
        "day > '1970-01-02 12:00'|day in [2]",
        "at = '1970-01-01T00:00:01Z'|at in [1000000, 1000001]",
        "at >= '1970-01-01 00:00:00.0000001+00:00'|at in [1]",
        "x > 9007199254740993|x in [9.007199254740994E15]",
        "x <= inf|x in [-Infinity, NaN]",
        "x < nan|x in [-Infinity, NaN]",
        "x > inf|x in [NaN]",
        "id is null|Constant[value=false]",
        "id is not null|Constant[value=true]",
        "none = 5|Constant[value=false]",
        "none is null|Constant[value=true]",
        "a.b = 1|a.b in [1, 2]",
        "n < inf|n in [-2147483648]",
        "n <= -inf|Constant[value=false]",
        "price > nan|Constant[value=false]",
        "day = '1970-01-02 00:00:00.5'|Constant[value=false]",
        "clock >= '00:00:01'|clock in [1000]",
        "clock < '00:00:00.0005'|clock in [-2147483648, 1]",
        "local > '1970-01-01'|local in [1]",
        "local = '1970-01-01 00:00:00.000000001'|local in [1, 2]",
        "at > '1970-01-01'|at in [1]",
        "f > 16777217|f in [1.6777218E7]",
        "f = 0.1|f in [0.10000000149011612, 0.10000000894069672]",
      })
  void bindsTo(String text, String bound) {
    assertEquals(bound, BoundPredicate.bind(Predicate.parse(text), SCHEMA).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "y = 5|filter: there is no column y; there are "
            + "n, price, s, day, at, x, place, tags, id, a.b, none, clock, local, f, raw",
        "n = 'x'|filter: column n needs a number to compare with, not the text 'x'",
        "s = 5|filter: column s needs a text or bytes to compare with, not the number 5",
        "day = 'x'|filter: column day needs a date (yyyy-mm-dd) or a date and time "
            + "(yyyy-mm-dd hh:mm:ss) to compare with, not the text 'x'",
        "clock = 5|filter: column clock needs a time of day to compare with, not the number 5",
        "clock = '25:00'|filter: column clock needs a time of day (hh:mm:ss) to compare with, "
            + "not the text '25:00'",
        "local = '1970-01-01 00:00:00Z'|filter: column local needs a date and time without zone "
            + "(yyyy-mm-dd hh:mm:ss) to compare with, not the text '1970-01-01 00:00:00Z'",
        "local = 5|filter: column local needs a date and time without zone, or a date to compare "
            + "with, not the number 5",
        "at = 5|filter: column at needs an instant or a date to compare with, not the number 5",
        "day = 5|filter: column day needs a date to compare with, not the number 5",
        "x = 'a'|filter: column x needs a number to compare with, not the text 'a'",
        "n like 'x%'|filter: column n only texts and bytes have a beginning",
        "place = 5|filter: column place is a struct, which has no values to compare",
        "tags is null|filter: column tags is a list or map, which has no values to compare",
        "tags.element = 'x'|filter: column tags.element is inside a list; "
            + "a row has any number of its values",
      })
  void isRefused(String text, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> BoundPredicate.bind(Predicate.parse(text), SCHEMA));
    assertEquals(message, e.getMessage());
  }

  @Test
  void columnsAreThoseThatDecide() {
    Predicate predicate = Predicate.parse("place.city like 'P%' and (n > 5 or id is null)");
    BoundPredicate bound = BoundPredicate.bind(predicate, SCHEMA);
    assertEquals(List.of(0, 6), bound.columns().stream().map(LeafColumn::index).toList());
    assertEquals(Verdict.SOME, bound.verdict());
    assertEquals(
        List.of(6),
        bound
            .given(test -> test.column().index() == 0 ? Verdict.ALL : Verdict.SOME)
            .columns()
            .stream()
            .map(LeafColumn::index)
            .toList());
    assertEquals(Verdict.NONE, bound.given(_ -> Verdict.NONE).verdict());
  }

  @Test
  void aLocalTimeIsNoInstant() {
    Predicate predicate = Predicate.eq("at", LocalDateTime.of(2026, 1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> BoundPredicate.bind(predicate, SCHEMA));
  }

  @Test
  void literalsOfJava() {
    Instant instant = Instant.ofEpochSecond(1, 500);
    LocalDate date = LocalDate.of(1970, 1, 2);
    assertEquals("at in [1000001]", bound(Predicate.gt("at", instant)));
    assertEquals("at in [86400000000]", bound(Predicate.ge("at", date)));
    assertEquals("local in [86400000000000]", bound(Predicate.ge("local", date)));
    assertEquals("local in [86400000000001]", bound(Predicate.gt("local", date.atStartOfDay())));
    assertEquals("day in [2]", bound(Predicate.gt("day", date.atTime(12, 0))));
    assertEquals("clock in [1001]", bound(Predicate.gt("clock", LocalTime.of(0, 0, 1))));
    BigInteger large = BigInteger.ONE.shiftLeft(70);
    assertEquals("Constant[value=false]", bound(Predicate.gt("id", large)));
    assertEquals("price in [501]", bound(Predicate.gt("price", BigInteger.valueOf(5))));
    String halfAPair = "\ud83d";
    assertThrows(IllegalArgumentException.class, () -> bound(Predicate.eq("s", halfAPair)));
    assertThrows(IllegalArgumentException.class, () -> bound(Predicate.eq("raw", new UUID(1, 2))));
  }

  private static String bound(Predicate predicate) {
    return BoundPredicate.bind(predicate, SCHEMA).toString();
  }
}
