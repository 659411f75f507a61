package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Byte strings, in any layout.
public final class BinaryColumn extends VariableWidthColumn {
  BinaryColumn(ArrayData array, Lease lease) {
    super(array, lease);
  }

  /// The bytes, copied; null for null.
  public byte @Nullable [] get(int index) {
    return isNull(index) ? null : value(index);
  }

  @Override
  byte[] value(int index) {
    return segment(index).toArray(ValueLayout.JAVA_BYTE);
  }
}
