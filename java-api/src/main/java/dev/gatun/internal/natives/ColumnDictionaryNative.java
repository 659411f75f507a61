package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.bindings.generated.gatun_dictionary_column;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ColumnDictionary;
import dev.gatun.internal.kernel.DictionaryChecks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// [ColumnDictionary] by `gatun_column_dictionary_encode`.
public final class ColumnDictionaryNative implements ColumnDictionary {
  /// Drawn when the first dictionary is made.
  private static final class Key {
    static final MemorySegment BITS = draw();

    private static MemorySegment draw() {
      SecureRandom random = new SecureRandom();
      return Arena.global().allocateFrom(JAVA_LONG, random.nextLong(), random.nextLong());
    }
  }

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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment column = gatun_dictionary_column.allocate(arena);
      gatun_dictionary_column.offsets(column, offsets);
      gatun_dictionary_column.bytes(column, bytes);
      gatun_dictionary_column.validity(column, validity == null ? MemorySegment.NULL : validity);
      gatun_dictionary_column.rows(column, rows);
      MemorySegment distinct = arena.allocate(JAVA_LONG);
      MemorySegment error = gatun_error.allocate(arena);
      int status =
          gatun_h.gatun_column_dictionary_encode(
              column,
              Key.BITS,
              indexes,
              firsts,
              most,
              scratch,
              scratch.byteSize() / Long.BYTES,
              distinct,
              error);
      if (status != 0) {
        throw NativeErrors.decoding("column_dictionary", status, error);
      }
      int count = (int) distinct.get(JAVA_LONG, 0);
      return count > most ? TOO_MANY : count;
    }
  }
}
