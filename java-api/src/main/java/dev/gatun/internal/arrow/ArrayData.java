package dev.gatun.internal.arrow;

import dev.gatun.arrow.Field;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The buffers of one array in Arrow layout. Slots start at bit and element 0 of every buffer.
///
/// @param length slots
/// @param nulls null slots
/// @param validity one bit a slot, 1 = not null; null when no slot is null
/// @param offsets `length + 1` int32 of strings, binaries, lists and maps; else null
/// @param values fixed-width values (bits for booleans), bytes of strings, views, indexes of a
///     dictionary; null for structs, lists, maps and the null type
/// @param children as in the field
/// @param dictionary the values that indexes point to; null when the type is no dictionary
/// @param views the data buffers that views point into, in order; empty otherwise
public record ArrayData(
    Field field,
    int length,
    int nulls,
    @Nullable MemorySegment validity,
    @Nullable MemorySegment offsets,
    @Nullable MemorySegment values,
    List<ArrayData> children,
    @Nullable ArrayData dictionary,
    List<MemorySegment> views) {
  /// The same array with another name or nullness.
  public ArrayData withField(Field other) {
    return new ArrayData(
        other, length, nulls, validity, offsets, values, children, dictionary, views);
  }
}
