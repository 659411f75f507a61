package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Byte strings, in any layout: one after the other with offsets, as 16-byte views, or as indexes
/// into a dictionary.
public abstract sealed class VariableWidthColumn extends Column permits StringColumn, BinaryColumn {
  final ByteStrings strings;

  VariableWidthColumn(ArrayData array, Lease lease) {
    super(array, lease);
    this.strings = strings(array);
  }

  private ByteStrings strings(ArrayData array) {
    return switch (array.field().type()) {
      case DataType.Utf8View(), DataType.BinaryView() -> {
        List<MemorySegment> buffers = new ArrayList<>(array.views().size());
        for (MemorySegment buffer : array.views()) {
          buffers.add(lend(buffer, buffer.byteSize()));
        }
        yield new ByteStrings.Views(
            lend(array.values(), (long) ByteStrings.Views.WIDTH * array.length()),
            List.copyOf(buffers));
      }
      case DataType.Dictionary _ when array.dictionary() != null ->
          new ByteStrings.Encoded(
              lend(array.values(), (long) Integer.BYTES * array.length()),
              strings(array.dictionary()),
              array.dictionary().length());
      default -> {
        MemorySegment offsets = lend(array.offsets(), Integer.BYTES * (array.length() + 1L));
        int end = offsets.getAtIndex(FixedWidthColumn.INT, array.length());
        yield new ByteStrings.Consecutive(offsets, lend(array.values(), end));
      }
    };
  }

  /// Bytes of the value; of a null slot it means nothing.
  public final int length(int index) {
    return strings.length(index);
  }

  /// The bytes of the value where they lie; of a null slot they mean nothing.
  public final MemorySegment segment(int index) {
    return strings.segment(index);
  }

  /// `length() + 1` 32-bit offsets into [#values]; null when the column is of views or dictionary-
  /// encoded.
  public final @Nullable MemorySegment offsets() {
    return strings instanceof ByteStrings.Consecutive(MemorySegment offsets, _) ? offsets : null;
  }

  /// The bytes of all values; of a column of views the views; of a dictionary-encoded one the
  /// 32-bit indexes.
  public final MemorySegment values() {
    return strings.values();
  }

  /// The buffers that views point into; empty when the column is not of views.
  public final List<MemorySegment> buffers() {
    return strings instanceof ByteStrings.Views(_, List<MemorySegment> buffers)
        ? buffers
        : List.of();
  }
}
