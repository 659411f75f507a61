package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bytes of one width, such as UUIDs.
public final class FixedSizeBinaryColumn extends FixedWidthColumn {
  FixedSizeBinaryColumn(int width, ArrayData array, Lease lease) {
    super(width, array, lease);
  }

  /// The bytes, copied; null for null.
  public byte @Nullable [] get(int index) {
    return isNull(index) ? null : value(index);
  }

  /// The bytes where they lie.
  public MemorySegment segment(int index) {
    return values.asSlice((long) index * width(), width());
  }

  /// The bytes as a UUID, null for null.
  ///
  /// @throws IllegalArgumentException when the width is not 16
  public @Nullable UUID uuid(int index) {
    if (width() != 2 * Long.BYTES) {
      throw isNot("fixed_size_binary[16]");
    }
    if (isNull(index)) {
      return null;
    }
    MemorySegment bytes = segment(index);
    return new UUID(
        Long.reverseBytes(bytes.get(LONG, 0)), Long.reverseBytes(bytes.get(LONG, Long.BYTES)));
  }

  @Override
  byte[] value(int index) {
    return segment(index).toArray(ValueLayout.JAVA_BYTE);
  }
}
