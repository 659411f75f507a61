package dev.gatun.arrow;

import org.jspecify.annotations.Nullable;

/// An Arrow data type. Children of nested types are fields of the [Field] that has the type.
public sealed interface DataType {
  /// No values, every slot is null.
  record Null() implements DataType {}

  /// One bit a value.
  record Bool() implements DataType {}

  /// A two's complement or unsigned integer.
  ///
  /// @param bits 8, 16, 32 or 64
  record Int(int bits, boolean signed) implements DataType {}

  /// An IEEE 754 number.
  ///
  /// @param bits 16, 32 or 64
  record FloatingPoint(int bits) implements DataType {}

  /// A decimal number as its unscaled little-endian two's complement integer.
  ///
  /// @param bits width of the storage: 32, 64, 128 or 256
  record Decimal(int precision, int scale, int bits) implements DataType {}

  /// UTF-8 text, by 32-bit offsets.
  record Utf8() implements DataType {}

  /// Bytes, by 32-bit offsets.
  record Binary() implements DataType {}

  /// UTF-8 text as 16-byte views.
  record Utf8View() implements DataType {}

  /// Bytes as 16-byte views.
  record BinaryView() implements DataType {}

  /// Bytes of one width.
  record FixedSizeBinary(int width) implements DataType {}

  /// Days since 1970-01-01, 32 bits.
  record Date() implements DataType {}

  /// Time of day: 32 bits for seconds and milliseconds, 64 bits otherwise.
  record Time(TimeUnit unit) implements DataType {}

  /// Time since 1970-01-01T00:00, 64 bits.
  ///
  /// @param zone name of the time zone when the value is an instant, null when it is a local time
  record Timestamp(TimeUnit unit, @Nullable String zone) implements DataType {}

  /// As many children as the field has.
  record Struct() implements DataType {}

  /// Lists by 32-bit offsets, of the field's only child.
  record List() implements DataType {}

  /// Lists of key and value by 32-bit offsets; the field's only child is a struct of the two.
  record Map() implements DataType {}

  /// Signed 32-bit indexes into a dictionary of values.
  record Dictionary(DataType values) implements DataType {}
}
