package dev.gatun.support;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fields of every type, and seeded random values for them, as `Column.object` returns them.
public final class RandomColumns {
  private static final int BITS_OF_INSTANTS = 60;

  private final Random random;

  /// Values that follow from a seed.
  public RandomColumns(long seed) {
    random = new Random(seed);
  }

  /// A field of every type, named like it, nested ones included.
  public static List<Field> everyType() {
    List<Field> fields = new ArrayList<>();
    fields.add(field("null", new DataType.Null()));
    fields.add(field("bool", new DataType.Bool()));
    for (int bits = 8; bits <= 64; bits *= 2) {
      fields.add(field("int" + bits, new DataType.Int(bits, true)));
      fields.add(field("uint" + bits, new DataType.Int(bits, false)));
    }
    for (int bits = 16; bits <= 64; bits *= 2) {
      fields.add(field("float" + bits, new DataType.FloatingPoint(bits)));
    }
    fields.add(field("decimal32", new DataType.Decimal(9, 2, 32)));
    fields.add(field("decimal64", new DataType.Decimal(18, 0, 64)));
    fields.add(field("decimal128", new DataType.Decimal(38, 10, 128)));
    fields.add(field("utf8", new DataType.Utf8()));
    fields.add(field("binary", new DataType.Binary()));
    fields.add(field("utf8_view", new DataType.Utf8View()));
    fields.add(field("binary_view", new DataType.BinaryView()));
    fields.add(field("fixed", new DataType.FixedSizeBinary(16)));
    fields.add(field("date", new DataType.Date()));
    for (TimeUnit unit : TimeUnit.values()) {
      fields.add(field("time_" + unit, new DataType.Time(unit)));
      fields.add(field("local_" + unit, new DataType.Timestamp(unit, null)));
      fields.add(field("instant_" + unit, new DataType.Timestamp(unit, "UTC")));
    }
    fields.add(field("dictionary", new DataType.Dictionary(new DataType.Utf8())));
    fields.addAll(nested());
    return fields;
  }

  private static List<Field> nested() {
    Field number = field("number", new DataType.Int(32, true));
    Field text = field("text", new DataType.Utf8());
    Field money = field("money", new DataType.Decimal(9, 2, 32));
    Field struct = field("struct", new DataType.Struct(), number, text, money);
    Field list = field("list", new DataType.List(), number);
    Field key = new Field("key", new DataType.Utf8(), false);
    Field entries =
        new Field("entries", new DataType.Struct(), false, List.of(key, list), Map.of());
    return List.of(
        struct,
        list,
        field("lists", new DataType.List(), list),
        field("structs", new DataType.List(), struct),
        field("map", new DataType.Map(), entries),
        field("deep", new DataType.Struct(), field("maps", new DataType.Map(), entries), struct));
  }

  private static Field field(String name, DataType type, Field... children) {
    return new Field(name, type, true, List.of(children), Map.of());
  }

  /// Values of a field, one in five null when it may be.
  public List<Object> values(Field field, int count) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value(field));
    }
    return values;
  }

  private Object value(Field field) {
    boolean isNull = field.nullable() && random.nextInt(5) == 0;
    return isNull || field.type() instanceof DataType.Null ? null : value(field.type(), field);
  }

  private Object value(DataType type, Field field) {
    return switch (type) {
      case DataType.Null _ -> throw new AssertionError();
      case DataType.Bool _ -> random.nextBoolean();
      case DataType.Int(int bits, boolean signed) -> integer(bits, signed);
      case DataType.FloatingPoint(int bits) -> floatingPoint(bits);
      case DataType.Decimal(int precision, int scale, _) -> decimal(precision, scale);
      case DataType.Utf8 _, DataType.Utf8View _ -> text();
      case DataType.Binary _, DataType.BinaryView _ -> bytes(random.nextInt(30));
      case DataType.FixedSizeBinary(int width) -> bytes(width);
      case DataType.Date _ -> LocalDate.ofEpochDay(random.nextInt(80_000) - 40_000);
      case DataType.Time(TimeUnit unit) -> LocalTime.ofNanoOfDay(whole(nanosOfDay(), unit));
      case DataType.Timestamp(TimeUnit unit, String zone) -> timestamp(unit, zone);
      case DataType.Struct _ -> struct(field);
      case DataType.List _ -> values(field.children().getFirst(), random.nextInt(4));
      case DataType.Map _ -> map(field.children().getFirst());
      case DataType.Dictionary(DataType values) ->
          values instanceof DataType.Utf8 ? "entry " + random.nextInt(5) : value(values, field);
    };
  }

  private Object integer(int bits, boolean signed) {
    long value = random.nextLong() >>> random.nextInt(64);
    return switch (bits) {
      case 8 -> signed ? (Object) (byte) value : (Object) (short) (value & 0xFF);
      case 16 -> signed ? (Object) (short) value : (Object) (int) (value & 0xFFFF);
      case 32 -> signed ? (Object) (int) value : (Object) (value & 0xFFFF_FFFFL);
      default -> signed ? (Object) value : new BigInteger(64, random);
    };
  }

  private Object floatingPoint(int bits) {
    double value = random.nextGaussian() * 1000;
    return switch (bits) {
      case 16 -> (Object) Float.float16ToFloat(Float.floatToFloat16((float) value));
      case 32 -> (Object) (float) value;
      default -> (Object) value;
    };
  }

  private BigDecimal decimal(int precision, int scale) {
    BigInteger limit = BigInteger.TEN.pow(1 + random.nextInt(precision));
    BigInteger unscaled = new BigInteger(limit.bitLength() + 64, random).mod(limit);
    return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
  }

  private String text() {
    return "äé€😀 words".repeat(3).substring(0, random.nextInt(3) * 9) + random.nextInt(1000);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private long nanosOfDay() {
    return random.nextLong(86_400_000_000_000L);
  }

  private static long whole(long nanos, TimeUnit unit) {
    long per =
        switch (unit) {
          case SECOND -> 1_000_000_000;
          case MILLISECOND -> 1_000_000;
          case MICROSECOND -> 1_000;
          case NANOSECOND -> 1;
        };
    return Math.floorDiv(nanos, per) * per;
  }

  private Object timestamp(TimeUnit unit, String zone) {
    long nanos = random.nextLong() >> (Long.SIZE - BITS_OF_INSTANTS);
    Instant instant = Instant.ofEpochSecond(0, whole(nanos, unit));
    return zone == null ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : instant;
  }

  private Map<String, Object> struct(Field field) {
    Map<String, Object> struct = new LinkedHashMap<>();
    field.children().forEach(child -> struct.put(child.name(), value(child)));
    return struct;
  }

  private Map<Object, Object> map(Field entries) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put("key " + i, value(entries.children().get(1)));
    }
    return map;
  }
}
