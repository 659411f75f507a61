package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Booleans.
public final class BooleanColumn extends Column {
  private final MemorySegment values;

  BooleanColumn(ArrayData array, Lease lease) {
    super(array, lease);
    this.values = lend(array.values(), bytesOfBits(array.length()));
  }

  /// The value.
  public boolean get(int index) {
    return bit(values, Objects.checkIndex(index, length())) != 0;
  }

  /// One bit a slot, from the lowest of each byte on.
  public MemorySegment values() {
    return values;
  }

  @Override
  Object value(int index) {
    return get(index);
  }
}
