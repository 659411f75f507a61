package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column of a batch, or a child of one, read without boxing and without copying.
///
/// The methods `as…` give the view of the column's type; each of them throws
/// [IllegalArgumentException] when the type is another one (`column "x" is int64, not utf8`).
///
/// Positions are 0 to [#length] - 1; others throw [IndexOutOfBoundsException]. Views live as long
/// as their [Batch] and throw [IllegalStateException] afterwards. The getters of primitive values
/// do not look at nulls: where [#isNull] is true, what they return means nothing.
///
/// Raw buffers are little-endian, read-only, cut to the length of the column and valid as long as
/// the batch.
public abstract sealed class Column
    permits NullColumn,
        BooleanColumn,
        FixedWidthColumn,
        VariableWidthColumn,
        StructColumn,
        ListColumn,
        DictionaryColumn {
  private final ArrayData array;
  private final Lease lease;
  private final int length;
  private final @Nullable MemorySegment validity;

  Column(ArrayData array, Lease lease) {
    this.array = array;
    this.lease = lease;
    this.length = array.length();
    MemorySegment bits = array.validity();
    this.validity = bits == null ? null : lease.lend(bits, bytesOfBits(length));
    lease.check();
  }

  static long bytesOfBits(int bits) {
    return (bits + 7L) / 8;
  }

  final ArrayData array() {
    return array;
  }

  /// A buffer of the array, cut to `bytes`.
  final MemorySegment lend(@Nullable MemorySegment buffer, long bytes) {
    if (buffer == null) {
      if (bytes == 0) {
        return MemorySegment.NULL;
      }
      throw new IllegalArgumentException("column \"" + field().name() + "\" lacks a buffer");
    }
    return lease.lend(buffer, bytes);
  }

  final Column view(ArrayData child) {
    return Columns.view(child, lease);
  }

  /// Name, type and nullness.
  public final Field field() {
    return array.field();
  }

  /// Slots, null ones included.
  public final int length() {
    return length;
  }

  /// Null slots.
  public final int nullCount() {
    return array.nulls();
  }

  /// Whether the slot is null.
  public boolean isNull(int index) {
    Objects.checkIndex(index, length);
    if (validity == null) {
      lease.check();
      return false;
    }
    return bit(validity, index) == 0;
  }

  /// One bit a slot, from the lowest of each byte on, 1 where the slot is not null; null when no
  /// slot is null.
  public final @Nullable MemorySegment validity() {
    return validity;
  }

  static int bit(MemorySegment bits, int index) {
    return bits.get(ValueLayout.JAVA_BYTE, index >>> 3) >> (index & 7) & 1;
  }

  /// The view of a `bool`.
  public final BooleanColumn asBooleans() {
    return as(BooleanColumn.class, "bool");
  }

  /// The view of an `int8` or `uint8`.
  public final ByteColumn asBytes() {
    return as(ByteColumn.class, "int8 or uint8");
  }

  /// The view of an `int16` or `uint16`.
  public final ShortColumn asShorts() {
    return as(ShortColumn.class, "int16 or uint16");
  }

  /// The view of an `int32`, `uint32`, `date32` or `time32`.
  public final IntColumn asInts() {
    return as(IntColumn.class, "int32, uint32, date32 or time32");
  }

  /// The view of an `int64`, `uint64`, `timestamp` or `time64`.
  public final LongColumn asLongs() {
    return as(LongColumn.class, "int64, uint64, timestamp or time64");
  }

  /// The view of a `float16`.
  public final Float16Column asFloat16s() {
    return as(Float16Column.class, "float16");
  }

  /// The view of a `float32`.
  public final FloatColumn asFloats() {
    return as(FloatColumn.class, "float32");
  }

  /// The view of a `float64`.
  public final DoubleColumn asDoubles() {
    return as(DoubleColumn.class, "float64");
  }

  /// The view of a decimal of any width.
  public final DecimalColumn asDecimals() {
    return as(DecimalColumn.class, "decimal");
  }

  /// The view of a `fixed_size_binary`.
  public final FixedSizeBinaryColumn asFixedSizeBinary() {
    return as(FixedSizeBinaryColumn.class, "fixed_size_binary");
  }

  /// The view of text: `utf8`, `utf8_view` or a dictionary of them.
  public StringColumn asStrings() {
    return as(StringColumn.class, "utf8");
  }

  /// The view of bytes: `binary`, `binary_view` or a dictionary of them.
  public BinaryColumn asBinary() {
    return as(BinaryColumn.class, "binary");
  }

  /// The view of a struct.
  public final StructColumn asStruct() {
    return as(StructColumn.class, "struct");
  }

  /// The view of a list, or of a map as a list of structs of key and value.
  public final ListColumn asList() {
    return as(ListColumn.class, "list");
  }

  /// The view of a map.
  public final MapColumn asMap() {
    return as(MapColumn.class, "map");
  }

  /// The view of a dictionary-encoded column as indexes and dictionary.
  public final DictionaryColumn asDictionary() {
    return as(DictionaryColumn.class, "dictionary");
  }

  private <C extends Column> C as(Class<C> view, String wanted) {
    if (view.isInstance(this)) {
      return view.cast(this);
    }
    throw isNot(wanted);
  }

  final IllegalArgumentException isNot(String wanted) {
    return new IllegalArgumentException(
        "column \"%s\" is %s, not %s".formatted(field().name(), Fields.typeName(field()), wanted));
  }

  /// The value as an object, null for null: a number, [Boolean] or [String], a `java.time` value
  /// for times, `byte[]` for bytes, a list for a list, a map for a map and for a struct. The
  /// smallest type that holds every value of the column's type is taken.
  ///
  /// Convenient, not fast.
  public final @Nullable Object object(int index) {
    return isNull(index) ? null : value(index);
  }

  /// The value of a slot that is not null, as an object.
  abstract Object value(int index);

  /// The value of any integer type.
  long longValue(int index) {
    throw isNot("an integer of at most 64 bits");
  }

  /// The value of any number that is not a decimal.
  double doubleValue(int index) {
    throw isNot("a number");
  }
}
