package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.ColumnDictionary;
import dev.gatun.internal.kernel.DictionaryChecks;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dictionary by a hash map. Buffers of bytes have an order, by which the map keeps those that
/// collide, however many.
public final class ColumnDictionaryReference implements ColumnDictionary {
  @Override
  public int encode(
      MemorySegment offsets,
      MemorySegment bytes,
      @Nullable MemorySegment validity,
      int rows,
      MemorySegment indexes,
      MemorySegment firsts,
      int most,
      MemorySegment scratch) {
    DictionaryChecks.encode(offsets, bytes, validity, rows, indexes, firsts, most, scratch);
    Map<ByteBuffer, Integer> numbers = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      if (validity != null && (validity.get(JAVA_BYTE, row / 8) >> row % 8 & 1) == 0) {
        indexes.setAtIndex(JAVA_INT, row, 0);
        continue;
      }
      int begin = offsets.getAtIndex(JAVA_INT, row);
      int size = offsets.getAtIndex(JAVA_INT, row + 1L) - begin;
      int next = numbers.size();
      Integer known = numbers.putIfAbsent(bytes.asSlice(begin, size).asByteBuffer(), next);
      if (known == null) {
        if (next == most) {
          return TOO_MANY;
        }
        firsts.setAtIndex(JAVA_INT, next, row);
      }
      indexes.setAtIndex(JAVA_INT, row, known == null ? next : known);
    }
    return numbers.size();
  }
}
