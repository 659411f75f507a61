package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists: the elements of all of them in one column, one list after the other.
public sealed class ListColumn extends Column permits MapColumn {
  private final MemorySegment offsets;
  private final Column elements;

  ListColumn(ArrayData array, Lease lease) {
    super(array, lease);
    this.offsets = lend(array.offsets(), Integer.BYTES * (array.length() + 1L));
    this.elements = view(array.children().getFirst());
  }

  /// Where the list begins among the elements. It ends at `start(index + 1)`.
  ///
  /// @param index 0 to [#length]
  public final int start(int index) {
    return offsets.getAtIndex(FixedWidthColumn.INT, index);
  }

  /// Elements of the list.
  public final int size(int index) {
    Objects.checkIndex(index, length());
    return start(index + 1) - start(index);
  }

  /// The elements of all lists.
  public final Column elements() {
    return elements;
  }

  /// `length() + 1` 32-bit offsets into the elements.
  public final MemorySegment offsets() {
    return offsets;
  }

  /// The elements of one list as objects.
  final @Nullable List<@Nullable Object> list(int index) {
    if (isNull(index)) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>(size(index));
    for (int i = start(index); i < start(index + 1); i++) {
      list.add(elements.object(i));
    }
    return Collections.unmodifiableList(list);
  }

  @Override
  Object value(int index) {
    return Objects.requireNonNull(list(index));
  }
}
