package dev.gatun.internal.parquet.stats;

import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.PhysicalType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The order of a column's values, on values in PLAIN encoding without length (Parquet format,
/// parquet.thrift, ColumnOrder).
public enum ValueOrder {
  BOOLEAN(1),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT(4),
  DOUBLE(8),
  FLOAT16(2),
  INT96(12),
  /// Big-endian two's complement of any length.
  BIG_INTEGER(0),
  /// Unsigned bytes from the first on.
  BYTES(0),
  /// None is defined.
  NONE(0);

  /// Numbers of the union ColumnOrder; 0 stands for a file without column orders.
  private static final int TYPE_ORDER = 1;

  private static final int IEEE_754_TOTAL_ORDER = 2;
  private static final int INT96_TIMESTAMP_ORDER = 3;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /// More than any decimal that can be read has.
  private static final int MOST_DECIMAL_BYTES = 64;

  private final int width;

  ValueOrder(int width) {
    this.width = width;
  }

  /// The order of min_value and max_value.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  public static ValueOrder of(ParquetColumn column, int columnOrder) {
    ValueOrder natural = natural(column);
    boolean floating = natural == FLOAT || natural == DOUBLE || natural == FLOAT16;
    return switch (columnOrder) {
      case TYPE_ORDER -> natural;
      case IEEE_754_TOTAL_ORDER -> floating ? natural : NONE;
      case INT96_TIMESTAMP_ORDER -> column.physicalType() == PhysicalType.INT96 ? INT96 : NONE;
      default -> NONE;
    };
  }

  /// The order of the deprecated fields min and max, which were compared as signed numbers: right
  /// for some types only. Those of byte arrays are wrong in files of some writers.
  public static ValueOrder ofOldFields(ParquetColumn column) {
    ValueOrder natural = natural(column);
    return switch (natural) {
      case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> natural;
      case UINT32, UINT64, FLOAT16, INT96, BIG_INTEGER, BYTES, NONE -> NONE;
    };
  }

  /// The order that the format defines for the type.
  private static ValueOrder natural(ParquetColumn column) {
    LogicalType logical = column.logicalType();
    ValueOrder annotated =
        logical == null
            ? null
            : annotated(column.physicalType(), column.node().typeLength(), logical);
    if (annotated != null) {
      return annotated;
    }
    return switch (column.physicalType()) {
      case BOOLEAN -> BOOLEAN;
      case INT32 -> INT32;
      case INT64 -> INT64;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> BYTES;
      case INT96 -> NONE;
    };
  }

  /// Null where the physical type decides.
  private static @Nullable ValueOrder annotated(
      PhysicalType physical, int length, LogicalType logical) {
    boolean bytes =
        physical == PhysicalType.BYTE_ARRAY || physical == PhysicalType.FIXED_LEN_BYTE_ARRAY;
    return switch (logical) {
      case LogicalType.IntType type when !type.signed() && physical == PhysicalType.INT32 -> UINT32;
      case LogicalType.IntType type when !type.signed() && physical == PhysicalType.INT64 -> UINT64;
      case LogicalType.DecimalType _ when bytes -> BIG_INTEGER;
      case LogicalType.Float16Type _ when bytes && length == Short.BYTES -> FLOAT16;
      case LogicalType.IntervalType _,
          LogicalType.VariantType _,
          LogicalType.GeometryType _,
          LogicalType.GeographyType _,
          LogicalType.UnknownType _,
          LogicalType.OtherType _ ->
          NONE;
      default -> null;
    };
  }

  /// Whether bytes are a value of this order: of the right length, and no NaN.
  public boolean isValue(byte[] value, ParquetColumn column) {
    int length =
        column.physicalType() == PhysicalType.FIXED_LEN_BYTE_ARRAY && this == BIG_INTEGER
            ? column.node().typeLength()
            : width;
    return switch (this) {
      case NONE -> false;
      case BYTES -> true;
      case BIG_INTEGER ->
          value.length > 0 && value.length <= (length == 0 ? MOST_DECIMAL_BYTES : length);
      case FLOAT, DOUBLE, FLOAT16 -> value.length == width && !Double.isNaN(asDouble(value));
      case BOOLEAN, INT32, UINT32, INT64, UINT64, INT96 -> value.length == width;
    };
  }

  /// Less than 0, 0 or more than 0, as usual. Both must be values.
  public int compare(byte[] a, byte[] b) {
    return switch (this) {
      case BOOLEAN -> Byte.compare(a[0], b[0]);
      case INT32 -> Integer.compare(asInt(a), asInt(b));
      case UINT32 -> Integer.compareUnsigned(asInt(a), asInt(b));
      case INT64 -> Long.compare(asLong(a), asLong(b));
      case UINT64 -> Long.compareUnsigned(asLong(a), asLong(b));
      case FLOAT, DOUBLE, FLOAT16 -> Double.compare(asDouble(a), asDouble(b));
      case INT96 -> compareInt96(a, b);
      case BIG_INTEGER -> new BigInteger(a).compareTo(new BigInteger(b));
      case BYTES -> Arrays.compareUnsigned(a, b);
      case NONE -> throw new IllegalStateException("there is no order");
    };
  }

  private static int compareInt96(byte[] a, byte[] b) {
    int days = Integer.compare((int) INT.get(a, Long.BYTES), (int) INT.get(b, Long.BYTES));
    return days != 0 ? days : Long.compare(asLong(a), asLong(b));
  }

  /// A minimum of +0 may stand for -0 as well, and the other way round for a maximum.
  byte[] widenZero(byte[] value, boolean min) {
    boolean floating = this == FLOAT || this == DOUBLE || this == FLOAT16;
    if (!floating || asDouble(value) != 0) {
      return value;
    }
    byte[] zero = new byte[width];
    zero[width - 1] = min ? (byte) 0x80 : 0;
    return zero;
  }

  static int asInt(byte[] value) {
    return (int) INT.get(value, 0);
  }

  static long asLong(byte[] value) {
    return (long) LONG.get(value, 0);
  }

  double asDouble(byte[] value) {
    return switch (this) {
      case FLOAT -> Float.intBitsToFloat(asInt(value));
      case FLOAT16 -> Float.float16ToFloat((short) SHORT.get(value, 0));
      default -> Double.longBitsToDouble(asLong(value));
    };
  }
}
