package dev.gatun.oracle;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MILLIS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.NANOS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// A type of a leaf column: storage, annotation, and what values it may have.
///
/// @param logical null when there is no annotation
/// @param length bytes of a fixed-length type, else 0
/// @param values makes a value; null when every value must be null
record LeafType(
    Form form,
    LogicalTypeAnnotation logical,
    int length,
    Function<RandomGenerator, Object> values) {

  private static final long NANOS_A_DAY = 86_400_000_000_000L;

  /// Bytes of the widest decimals that Arrow has.
  private static final int WIDEST_DECIMAL = 32;

  /// Every type that parquet-java can write.
  static final List<LeafType> ALL = all();

  private static List<LeafType> all() {
    List<LeafType> all = new ArrayList<>();
    all.add(plain(Form.BOOLEAN, RandomGenerator::nextBoolean));
    all.add(plain(Form.INT32, random -> (long) (int) RandomValues.integer(random)));
    all.add(plain(Form.INT64, RandomValues::integer));
    all.add(plain(Form.INT96, RandomGenerator::nextLong));
    all.add(plain(Form.FLOAT, RandomValues::floatBits));
    all.add(plain(Form.DOUBLE, RandomValues::doubleBits));
    all.add(plain(Form.BYTES, RandomValues::bytes));
    for (int bits : new int[] {8, 16, 32, 64}) {
      int shift = 64 - bits;
      all.add(
          of(
              bits == 64 ? Form.INT64 : Form.INT32,
              LogicalTypeAnnotation.intType(bits, true),
              random -> RandomValues.integer(random) << shift >> shift));
      all.add(
          of(
              bits == 64 ? Form.INT64 : Form.UINT32,
              LogicalTypeAnnotation.intType(bits, false),
              random -> RandomValues.integer(random) << shift >>> shift));
    }
    all.add(of(Form.BYTES, LogicalTypeAnnotation.stringType(), RandomValues::text));
    all.add(of(Form.BYTES, LogicalTypeAnnotation.enumType(), RandomValues::text));
    all.add(of(Form.BYTES, LogicalTypeAnnotation.jsonType(), RandomValues::text));
    all.add(of(Form.BYTES, LogicalTypeAnnotation.bsonType(), RandomValues::bytes));
    all.add(of(Form.INT32, LogicalTypeAnnotation.dateType(), r -> (long) r.nextInt()));
    for (boolean utc : new boolean[] {false, true}) {
      all.add(time(Form.INT32, utc, MILLIS, NANOS_A_DAY / 1_000_000));
      all.add(time(Form.INT64, utc, MICROS, NANOS_A_DAY / 1000));
      all.add(time(Form.INT64, utc, NANOS, NANOS_A_DAY));
      for (TimeUnit unit : TimeUnit.values()) {
        all.add(
            of(Form.INT64, LogicalTypeAnnotation.timestampType(utc, unit), RandomValues::integer));
      }
    }
    for (int length : new int[] {1, 3, 4, 8, 12, 16, 31}) {
      all.add(fixed(null, length));
    }
    all.add(fixed(LogicalTypeAnnotation.uuidType(), 16));
    all.add(fixed(LogicalTypeAnnotation.intervalType(), 12));
    all.add(
        new LeafType(
            Form.FLOAT16,
            LogicalTypeAnnotation.float16Type(),
            2,
            random -> (long) random.nextInt(1 << 16)));
    addDecimals(all);
    all.add(new LeafType(Form.INT32, LogicalTypeAnnotation.unknownType(), 0, null));
    return List.copyOf(all);
  }

  private static void addDecimals(List<LeafType> all) {
    for (int precision : new int[] {1, 5, 9}) {
      all.add(decimal(Form.DECIMAL_INT32, precision, 0));
    }
    for (int precision : new int[] {1, 10, 18}) {
      all.add(decimal(Form.DECIMAL_INT64, precision, 0));
    }
    for (int precision : new int[] {4, 9, 18, 19, 38, 39, 76}) {
      all.add(decimal(Form.DECIMAL_BYTES, precision, 0));
      int least = BigInteger.TEN.pow(precision).bitLength() / 8 + 1;
      all.add(decimal(Form.DECIMAL_FIXED, precision, least));
      all.add(decimal(Form.DECIMAL_FIXED, precision, Math.min(least + 3, WIDEST_DECIMAL)));
    }
  }

  private static LeafType plain(Form form, Function<RandomGenerator, Object> values) {
    return new LeafType(form, null, 0, values);
  }

  private static LeafType of(
      Form form, LogicalTypeAnnotation logical, Function<RandomGenerator, Object> values) {
    return new LeafType(form, logical, 0, values);
  }

  private static LeafType time(Form form, boolean utc, TimeUnit unit, long aDay) {
    return of(form, LogicalTypeAnnotation.timeType(utc, unit), random -> random.nextLong(aDay));
  }

  private static LeafType fixed(LogicalTypeAnnotation logical, int length) {
    return new LeafType(Form.FIXED, logical, length, random -> RandomValues.bytes(random, length));
  }

  private static LeafType decimal(Form form, int precision, int length) {
    return new LeafType(
        form,
        LogicalTypeAnnotation.decimalType(precision / 3, precision),
        length,
        random -> RandomValues.decimal(random, precision));
  }

  /// Whether a column of it has nulls only.
  boolean onlyNulls() {
    return values == null;
  }

  PrimitiveType parquet(Repetition repetition, String name) {
    var builder = Types.primitive(form.physical(), repetition).as(logical);
    return (length == 0 ? builder : builder.length(length)).named(name);
  }
}
