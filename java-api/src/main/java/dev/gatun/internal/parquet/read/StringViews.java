package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes views of a batch's strings, which stay where they are. A null slot's string is empty, and
/// so is its view.
final class StringViews {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int WIDTH = 16;
  private static final int INLINE = 12;

  private final Slab slab;
  private final List<Buffer> buffers = new ArrayList<>();
  private int used;

  StringViews(Slab slab) {
    this.slab = slab;
  }

  /// Begins a batch: the views of the one before are given up.
  void reset() {
    used = 0;
  }

  /// A column with views in place of offsets. O(slots).
  ///
  /// @param field of the column with views
  ArrayData of(ArrayData array, Field field) {
    boolean text = StringTypes.isBytes(array.field().type());
    List<ArrayData> children = new ArrayList<>(array.children().size());
    for (int i = 0; i < array.children().size(); i++) {
      children.add(of(array.children().get(i), field.children().get(i)));
    }
    return new ArrayData(
        field,
        array.length(),
        array.nulls(),
        array.validity(),
        text ? null : array.offsets(),
        text ? views(array) : array.values(),
        children,
        array.dictionary(),
        text ? List.of(bytes(array)) : List.of());
  }

  /// The strings, without what lies behind them in their buffer.
  private static MemorySegment bytes(ArrayData array) {
    MemorySegment offsets = Objects.requireNonNull(array.offsets());
    return Objects.requireNonNull(array.values())
        .asSlice(0, offsets.getAtIndex(INT, array.length()));
  }

  private MemorySegment views(ArrayData array) {
    MemorySegment offsets = Objects.requireNonNull(array.offsets());
    MemorySegment bytes = Objects.requireNonNull(array.values());
    MemorySegment out = buffer().ensure((long) array.length() * WIDTH, 0);
    int from = 0;
    for (int i = 0; i < array.length(); i++) {
      int to = offsets.getAtIndex(INT, i + 1L);
      view(bytes, from, to - from, out, (long) i * WIDTH);
      from = to;
    }
    return out;
  }

  /// Reads up to 12 bytes from where a string begins, of which there are that many in the slack.
  private static void view(MemorySegment bytes, int from, int length, MemorySegment out, long at) {
    long first = length == 0 ? 0 : bytes.get(LONG, from);
    out.set(INT, at, length);
    if (length > INLINE) {
      out.set(INT, at + 4, (int) first);
      out.set(INT, at + 8, 0);
      out.set(INT, at + 12, from);
      return;
    }
    if (length < Long.BYTES) {
      out.set(LONG, at + 4, first & (1L << length * Byte.SIZE) - 1);
      out.set(INT, at + 12, 0);
    } else {
      int rest = bytes.get(INT, from + (long) Long.BYTES);
      out.set(LONG, at + 4, first);
      out.set(INT, at + 12, length == INLINE ? rest : rest & (1 << (length - 8) * Byte.SIZE) - 1);
    }
  }

  private Buffer buffer() {
    if (used == buffers.size()) {
      buffers.add(new Buffer(slab));
    }
    return buffers.get(used++);
  }
}
