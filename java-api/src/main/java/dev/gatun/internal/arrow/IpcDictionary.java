package dev.gatun.internal.arrow;

import dev.gatun.arrow.DictionaryColumn;
import dev.gatun.arrow.VariableWidthColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of one dictionary-encoded column of all batches. Each batch may come with a
/// dictionary of its own; what is written has one for all of them, to which values are added as
/// they are first used. On the Java heap.
final class IpcDictionary {
  private final Map<Value, Integer> places = new HashMap<>();

  /// Values that were not written.
  private final List<byte[]> fresh = new ArrayList<>();

  /// Bytes of a value.
  private record Value(byte[] bytes) {
    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Value value && Arrays.equals(bytes, value.bytes);
    }
  }

  /// The indexes of a column's values in this dictionary; 0 for nulls.
  int[] indexes(DictionaryColumn column) {
    VariableWidthColumn dictionary = (VariableWidthColumn) column.dictionary();
    int[] known = new int[dictionary.length()];
    Arrays.fill(known, -1);
    int[] indexes = new int[column.length()];
    for (int row = 0; row < indexes.length; row++) {
      if (!column.isNull(row)) {
        int entry = column.entry(row);
        if (known[entry] < 0) {
          known[entry] = place(dictionary.segment(entry).toArray(ValueLayout.JAVA_BYTE));
        }
        indexes[row] = known[entry];
      }
    }
    return indexes;
  }

  private int place(byte[] bytes) {
    Integer known = places.putIfAbsent(new Value(bytes), places.size());
    if (known != null) {
      return known;
    }
    fresh.add(bytes);
    return places.size() - 1;
  }

  /// Whether there are values that were not written.
  boolean hasFresh() {
    return !fresh.isEmpty();
  }

  /// Whether values were written before.
  boolean isBegun() {
    return places.size() > fresh.size();
  }

  /// The values that were not written, which they are then.
  IpcBody takeFresh() {
    int[] offsets = new int[fresh.size() + 1];
    for (int i = 0; i < fresh.size(); i++) {
      offsets[i + 1] = Math.addExact(offsets[i], fresh.get(i).length);
    }
    byte[] values = new byte[offsets[fresh.size()]];
    for (int i = 0; i < fresh.size(); i++) {
      System.arraycopy(fresh.get(i), 0, values, offsets[i], fresh.get(i).length);
    }
    int count = fresh.size();
    fresh.clear();
    return IpcBody.ofStrings(count, MemorySegment.ofArray(offsets), MemorySegment.ofArray(values));
  }
}
