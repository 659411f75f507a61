package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Decimals of 32, 64, 128 or 256 bits.
public final class DecimalColumn extends FixedWidthColumn {
  private final DataType.Decimal type;

  DecimalColumn(DataType.Decimal type, ArrayData array, Lease lease) {
    super(type.bits() / Byte.SIZE, array, lease);
    this.type = type;
  }

  /// Digits at most.
  public int precision() {
    return type.precision();
  }

  /// Digits after the point.
  public int scale() {
    return type.scale();
  }

  /// The value, null for null.
  public @Nullable BigDecimal get(int index) {
    return isNull(index) ? null : value(index);
  }

  /// The value times ten to the power of [#scale].
  ///
  /// @throws ArithmeticException when it takes more than 64 bits
  public long unscaledLong(int index) {
    return switch (width()) {
      case Integer.BYTES -> values.getAtIndex(INT, index);
      case Long.BYTES -> values.getAtIndex(LONG, index);
      default -> {
        long low = values.get(LONG, (long) index * width());
        for (int word = Long.BYTES; word < width(); word += Long.BYTES) {
          if (values.get(LONG, (long) index * width() + word) != low >> 63) {
            throw new ArithmeticException("the unscaled value takes more than 64 bits");
          }
        }
        yield low;
      }
    };
  }

  /// The value times ten to the power of [#scale].
  public BigInteger unscaled(int index) {
    if (width() <= Long.BYTES) {
      return BigInteger.valueOf(unscaledLong(index));
    }
    byte[] bigEndian = new byte[width()];
    MemorySegment value = values.asSlice((long) index * width(), width());
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = value.get(ValueLayout.JAVA_BYTE, width() - 1L - i);
    }
    return new BigInteger(bigEndian);
  }

  @Override
  BigDecimal value(int index) {
    return new BigDecimal(unscaled(index), scale());
  }
}
