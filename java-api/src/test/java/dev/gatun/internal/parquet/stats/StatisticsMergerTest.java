package dev.gatun.internal.parquet.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnChunk.Section;
import dev.gatun.parquet.ColumnChunk.SizeStatistics;
import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.Compression;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.RawStatistics;
import dev.gatun.parquet.Repetition;
import dev.gatun.parquet.SchemaNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatisticsMergerTest {
  private static final int NO_ORDER = 0;
  private static final int TYPE_ORDER = 1;
  private static final int IEEE_754 = 2;
  private static final int INT96_ORDER = 3;

  private static ParquetColumn column(PhysicalType type, int length, LogicalType logical) {
    SchemaNode node =
        new SchemaNode("c", Repetition.OPTIONAL, type, length, logical, null, 0, List.of());
    return new ParquetColumn(0, List.of("c"), node, 1, 0);
  }

  private static ColumnChunk chunk(ParquetColumn column, long values, RawStatistics statistics) {
    return new ColumnChunk(
        0,
        column,
        Compression.SNAPPY,
        Set.of(),
        values,
        0,
        0,
        4,
        -1,
        Set.of(),
        Section.NONE,
        Section.NONE,
        Section.NONE,
        statistics,
        SizeStatistics.NONE,
        false);
  }

  private static RawStatistics raw(byte[] min, byte[] max) {
    return new RawStatistics(null, null, min, max, 0L, null, null, null, null);
  }

  private static RawStatistics old(byte[] min, byte[] max) {
    return new RawStatistics(min, max, null, null, 0L, null, null, null, null);
  }

  private static ColumnStatistics merge(
      ParquetColumn column, int order, RawStatistics... statistics) {
    StatisticsMerger merger = new StatisticsMerger(column);
    for (RawStatistics one : statistics) {
      merger.add(chunk(column, 10, one), order);
    }
    return merger.result();
  }

  private static void assertBounds(Object min, Object max, ColumnStatistics statistics) {
    assertTrue(statistics.known());
    assertEquals(min, statistics.min());
    assertEquals(max, statistics.max());
  }

  private static void assertUnknown(ColumnStatistics statistics) {
    assertFalse(statistics.known());
    assertNull(statistics.min());
    assertNull(statistics.max());
  }

  private static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] int64(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private static byte[] float64(double value) {
    return int64(Double.doubleToRawLongBits(value));
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void signedAndUnsignedIntegersHaveTheirOwnOrders() {
    ParquetColumn signed = column(PhysicalType.INT32, 0, null);
    ParquetColumn unsigned = column(PhysicalType.INT32, 0, new LogicalType.IntType(32, false));
    ParquetColumn wide = column(PhysicalType.INT64, 0, new LogicalType.IntType(64, false));
    assertBounds(
        -5, 7, merge(signed, TYPE_ORDER, raw(int32(1), int32(7)), raw(int32(-5), int32(3))));
    assertBounds(
        1L,
        4294967295L,
        merge(unsigned, TYPE_ORDER, raw(int32(1), int32(7)), raw(int32(2), int32(-1))));
    assertBounds(
        BigInteger.ONE,
        BigInteger.TWO.pow(63),
        merge(wide, TYPE_ORDER, raw(int64(1), int64(1L << 63))));
    assertUnknown(merge(unsigned, TYPE_ORDER, raw(int32(-1), int32(1))));
  }

  @Test
  void oldFieldsCountWhereSignedOrderIsRight() {
    ParquetColumn unsigned = column(PhysicalType.INT32, 0, new LogicalType.IntType(32, false));
    ParquetColumn string = column(PhysicalType.BYTE_ARRAY, 0, new LogicalType.StringType());
    assertBounds(
        1L, 2L, merge(column(PhysicalType.INT64, 0, null), NO_ORDER, old(int64(1), int64(2))));
    assertUnknown(merge(unsigned, TYPE_ORDER, old(int32(1), int32(2))));
    assertUnknown(merge(string, TYPE_ORDER, old(text("a"), text("b"))));
    assertUnknown(merge(string, NO_ORDER, raw(text("a"), text("b"))));
  }

  @Test
  void oneUnknownGroupMakesAllUnknownAndNullsDoNot() {
    ParquetColumn column = column(PhysicalType.INT32, 0, null);
    RawStatistics nulls = new RawStatistics(null, null, null, null, 10L, null, null, null, null);
    ColumnStatistics some = merge(column, TYPE_ORDER, raw(int32(1), int32(2)), nulls);
    assertBounds(1, 2, some);
    assertEquals(10, some.nullCount());
    assertEquals(20, some.values());
    ColumnStatistics none = merge(column, TYPE_ORDER, raw(int32(1), int32(2)), null);
    assertUnknown(none);
    assertEquals(-1, none.nullCount());
    assertUnknown(merge(column, TYPE_ORDER, null, raw(int32(1), int32(2))));
    assertBounds(null, null, merge(column, TYPE_ORDER, nulls));
  }

  @Test
  void nanIsDroppedAndZeroIsBoth() {
    ParquetColumn column = column(PhysicalType.DOUBLE, 0, null);
    assertUnknown(merge(column, TYPE_ORDER, raw(float64(Double.NaN), float64(1))));
    assertUnknown(merge(column, IEEE_754, raw(float64(1), float64(Double.NaN))));
    assertBounds(-0.0, 0.0, merge(column, TYPE_ORDER, raw(float64(0.0), float64(-0.0))));
    assertBounds(-0.0, 5.0, merge(column, TYPE_ORDER, old(float64(0.0), float64(5))));
    assertBounds(-1.5, 2.5, merge(column, IEEE_754, raw(float64(-1.5), float64(2.5))));
  }

  @Test
  void valuesAreWhatTheirTypeSays() {
    ParquetColumn decimal =
        column(PhysicalType.FIXED_LEN_BYTE_ARRAY, 3, new LogicalType.DecimalType(5, 2));
    assertBounds(
        new BigDecimal("-0.01"),
        new BigDecimal("1.27"),
        merge(decimal, TYPE_ORDER, raw(new byte[] {-1, -1, -1}, new byte[] {0, 0, 127})));
    ParquetColumn date = column(PhysicalType.INT32, 0, new LogicalType.DateType());
    assertBounds(
        LocalDate.of(1969, 12, 31),
        LocalDate.EPOCH,
        merge(date, TYPE_ORDER, raw(int32(-1), int32(0))));
    ParquetColumn instant =
        column(PhysicalType.INT64, 0, new LogicalType.TimestampType(true, TimeUnit.MICROSECOND));
    assertBounds(
        Instant.EPOCH.minusNanos(1000),
        Instant.EPOCH,
        merge(instant, TYPE_ORDER, raw(int64(-1), int64(0))));
    ParquetColumn uuid = column(PhysicalType.FIXED_LEN_BYTE_ARRAY, 16, new LogicalType.UuidType());
    byte[] large = new byte[16];
    large[0] = -1;
    assertBounds(
        new UUID(0, 0),
        new UUID(0xffL << 56, 0),
        merge(uuid, TYPE_ORDER, raw(new byte[16], large)));
    ParquetColumn int96 = column(PhysicalType.INT96, 0, null);
    byte[] epoch =
        ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(5).putInt(2_440_588).array();
    LocalDateTime time = LocalDate.EPOCH.atStartOfDay().plusNanos(5);
    assertBounds(time, time, merge(int96, INT96_ORDER, raw(epoch, epoch)));
    assertUnknown(merge(int96, TYPE_ORDER, raw(epoch, epoch)));
    ParquetColumn interval =
        column(PhysicalType.FIXED_LEN_BYTE_ARRAY, 12, new LogicalType.IntervalType());
    assertUnknown(merge(interval, TYPE_ORDER, raw(epoch, epoch)));
  }

  @Test
  void shortenedTextIsNotExact() {
    ParquetColumn column = column(PhysicalType.BYTE_ARRAY, 0, new LogicalType.StringType());
    RawStatistics exact =
        new RawStatistics(null, null, text("ab"), text("zz"), 0L, 3L, null, true, false);
    ColumnStatistics one = merge(column, TYPE_ORDER, exact);
    assertBounds("ab", "zz", one);
    assertTrue(one.minExact());
    assertFalse(one.maxExact());
    assertEquals(3, one.distinctCount());
    ColumnStatistics two = merge(column, TYPE_ORDER, exact, raw(text("aa"), text("é")));
    assertBounds("aa", "é", two);
    assertFalse(two.minExact());
    assertEquals(-1, two.distinctCount());
  }

  @Test
  void whatCannotBeIsIgnored() {
    ParquetColumn column = column(PhysicalType.INT64, 0, null);
    assertUnknown(merge(column, TYPE_ORDER, raw(int32(1), int32(2))));
    assertUnknown(merge(column, TYPE_ORDER, raw(int64(2), int64(1))));
    RawStatistics tooMany = new RawStatistics(null, null, null, null, 11L, null, null, null, null);
    assertEquals(-1, merge(column, TYPE_ORDER, tooMany).nullCount());
    ParquetColumn time =
        column(PhysicalType.INT64, 0, new LogicalType.TimeType(true, TimeUnit.MICROSECOND));
    assertUnknown(merge(time, TYPE_ORDER, raw(int64(0), int64(Long.MAX_VALUE))));
  }
}
