package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Keeps the selected rows of arrays of any type, in place: the buffers stay, what is in them moves
/// to the front. Dictionaries and the data that views point into are not touched.
public final class ArraySelector {
  private final ColumnSelect kernel;
  private final KernelTally tally;
  private final SegmentAllocator scratch;

  /// @param scratch for bitmaps of the elements of lists, which are not needed after a call
  public ArraySelector(Counted<ColumnSelect> kernel, SegmentAllocator scratch) {
    this.kernel = kernel.kernel();
    this.tally = kernel.tally();
    this.scratch = scratch;
  }

  /// The rows of `array` that `selection` has. The array itself is of no use any more.
  public ArrayData select(ArrayData array, Selection selection) {
    if (selection.kept() == array.length()) {
      return array;
    }
    int nulls = nulls(array, selection);
    return switch (array.field().type()) {
      case DataType.Null _ -> with(array, selection, selection.kept(), List.of());
      case DataType.Struct _ -> {
        List<ArrayData> children = new ArrayList<>();
        for (ArrayData child : array.children()) {
          children.add(select(child, selection));
        }
        yield with(array, selection, nulls, children);
      }
      case DataType.List _, DataType.Map _ ->
          with(array, selection, nulls, List.of(elements(array, selection)));
      case DataType.Utf8 _, DataType.Binary _ -> {
        MemorySegment offsets = Objects.requireNonNull(array.offsets());
        MemorySegment bytes = Objects.requireNonNull(array.values());
        tally.begin(selection.rows());
        kernel.strings(selection, offsets, bytes, offsets, bytes);
        tally.end(selection.rows());
        yield with(array, selection, nulls, List.of());
      }
      case DataType.Bool _ -> {
        MemorySegment values = Objects.requireNonNull(array.values());
        bits(selection, values);
        yield with(array, selection, nulls, List.of());
      }
      default -> {
        int width = width(array.field().type());
        if (width > 0) {
          MemorySegment values = Objects.requireNonNull(array.values());
          tally.begin(selection.rows());
          kernel.fixed(selection, width, values, values);
          tally.end(selection.rows());
        }
        yield with(array, selection, nulls, List.of());
      }
    };
  }

  private int nulls(ArrayData array, Selection selection) {
    MemorySegment validity = array.validity();
    return validity == null ? 0 : selection.kept() - bits(selection, validity);
  }

  private int bits(Selection selection, MemorySegment bits) {
    tally.begin(selection.rows());
    int ones = kernel.bits(selection, bits, bits);
    tally.end(selection.rows());
    return ones;
  }

  private ArrayData elements(ArrayData array, Selection selection) {
    MemorySegment offsets = Objects.requireNonNull(array.offsets());
    ArrayData child = array.children().getFirst();
    MemorySegment bits = scratch.allocate((child.length() + 7L) / 8, Long.BYTES);
    tally.begin(selection.rows());
    int kept = kernel.lists(selection, offsets, child.length(), offsets, bits);
    tally.end(selection.rows());
    return select(child, new Selection(child.length(), bits, kept));
  }

  private static ArrayData with(
      ArrayData array, Selection selection, int nulls, List<ArrayData> children) {
    return new ArrayData(
        array.field(),
        selection.kept(),
        nulls,
        nulls == 0 ? null : array.validity(),
        array.offsets(),
        array.values(),
        children,
        array.dictionary(),
        array.views());
  }

  /// Bytes of a value of a type with values of one width.
  private static int width(DataType type) {
    return switch (type) {
      case DataType.Dictionary _ -> Integer.BYTES;
      case DataType.Utf8View _, DataType.BinaryView _ -> 2 * Long.BYTES;
      case DataType.Null _, DataType.Bool _, DataType.Utf8 _, DataType.Binary _ ->
          throw new IllegalArgumentException(type + " has no width");
      case DataType.Struct _, DataType.List _, DataType.Map _ ->
          throw new IllegalArgumentException(type + " has no width");
      default -> FixedWidths.of(type);
    };
  }
}
