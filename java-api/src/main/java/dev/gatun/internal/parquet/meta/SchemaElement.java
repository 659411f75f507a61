package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.Repetition;
import org.jspecify.annotations.Nullable;

/// One element of the schema list.
///
/// @param repetition null of the root
/// @param children -1 when the element does not say
record SchemaElement(
    long position,
    String name,
    @Nullable Repetition repetition,
    @Nullable PhysicalType type,
    int typeLength,
    int children,
    @Nullable LogicalType logicalType,
    @Nullable Integer fieldId) {
  private static final PhysicalType[] TYPES = PhysicalType.values();
  private static final Repetition[] REPETITIONS = Repetition.values();
  private static final int VECTOR = 3;

  static SchemaElement read(ThriftReader reader) {
    long position = reader.position();
    int type = -1;
    int typeLength = 0;
    int repetition = -1;
    String name = "";
    int children = -1;
    int converted = -1;
    int scale = 0;
    int precision = 0;
    Integer fieldId = null;
    LogicalType logical = null;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> type = reader.int32();
        case 2 -> typeLength = reader.int32();
        case 3 -> repetition = reader.int32();
        case 4 -> name = reader.string();
        case 5 -> children = reader.int32();
        case 6 -> converted = reader.int32();
        case 7 -> scale = reader.int32();
        case 8 -> precision = reader.int32();
        case 9 -> fieldId = reader.int32();
        case 10 -> logical = LogicalTypes.read(reader);
        default -> reader.skip();
      }
    }
    fields.require("SchemaElement", 4);
    return new SchemaElement(
        position,
        name,
        fields.has(3) ? repetition(position, repetition) : null,
        fields.has(1) ? one(TYPES, type, position, "physical type") : null,
        typeLength,
        children,
        meaning(logical, LogicalTypes.converted(converted, precision, scale)),
        fieldId);
  }

  private static Repetition repetition(long position, int number) {
    if (number == VECTOR) {
      throw new UnsupportedPartException(position, "vectors are not supported");
    }
    return one(REPETITIONS, number, position, "repetition");
  }

  private static <E> E one(E[] values, int number, long position, String what) {
    if (number < 0 || number >= values.length) {
      throw new DecodeException(position, "there is no " + what + " " + number);
    }
    return values[number];
  }

  /// The annotation that counts. parquet-java says "unknown" of what the new kind has no word for,
  /// intervals for one, and gives the old kind beside it.
  private static @Nullable LogicalType meaning(
      @Nullable LogicalType logical, @Nullable LogicalType converted) {
    boolean silent = logical == null || logical instanceof LogicalType.UnknownType;
    return silent && converted != null ? converted : logical;
  }
}
