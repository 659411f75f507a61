package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.util.Objects;

/// Nothing but nulls.
public final class NullColumn extends Column {
  NullColumn(ArrayData array, Lease lease) {
    super(array, lease);
  }

  @Override
  public boolean isNull(int index) {
    Objects.checkIndex(index, length());
    return true;
  }

  @Override
  Object value(int index) {
    throw new AssertionError("every slot is null");
  }
}
