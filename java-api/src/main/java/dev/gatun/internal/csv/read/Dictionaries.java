package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.csv.read.Outputs.Part;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ColumnDictionary;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/// Strings to indexes into their distinct values, in the order in which these first appear. Each
/// block has a dictionary of its own. For one thread at a time.
final class Dictionaries {
  private final Counted<ColumnDictionary> kernel;
  private final Outputs strings;
  private final Buffer firsts;
  private final Buffer table;

  /// @param slab for scratch memory
  Dictionaries(Counted<ColumnDictionary> kernel, Slab slab) {
    this.kernel = kernel;
    strings = Outputs.reused(slab);
    firsts = new Buffer(slab);
    table = new Buffer(slab);
  }

  /// Where the strings to be encoded go.
  Outputs scratch() {
    return strings;
  }

  /// Encodes strings that lie in [#scratch].
  ArrayData encode(ArrayData array, Field field, int slot, Outputs outputs) {
    int rows = array.length();
    MemorySegment offsets = Objects.requireNonNull(array.offsets());
    MemorySegment bytes = Objects.requireNonNull(array.values());
    MemorySegment validity = array.validity();
    MemorySegment indexes = outputs.buffer(slot, Part.VALUES, (long) rows * Integer.BYTES);
    MemorySegment rowsOf = firsts.ensure((long) rows * Integer.BYTES, 0);
    MemorySegment scratch = table.ensure(ColumnDictionary.scratchBytes(rows), 0);
    int most = Math.max(rows, 1);
    kernel.tally().begin(rows);
    int count =
        kernel.kernel().encode(offsets, bytes, validity, rows, indexes, rowsOf, most, scratch);
    kernel.tally().end(rows, offsets.getAtIndex(JAVA_INT, rows));
    ArrayData dictionary = dictionary(field, offsets, bytes, rowsOf, count, slot, outputs);
    MemorySegment kept = null;
    if (validity != null) {
      long size = (rows + 63L) / 64 * Long.BYTES;
      kept = outputs.buffer(slot, Part.VALIDITY, size);
      MemorySegment.copy(validity, 0, kept, 0, size);
    }
    return new ArrayData(
        field, rows, array.nulls(), kept, null, indexes, List.of(), dictionary, List.of());
  }

  private static ArrayData dictionary(
      Field field,
      MemorySegment offsets,
      MemorySegment bytes,
      MemorySegment rowsOf,
      int count,
      int slot,
      Outputs outputs) {
    MemorySegment ends =
        outputs.buffer(slot, Part.DICTIONARY_OFFSETS, (count + 1L) * Integer.BYTES);
    int size = 0;
    ends.setAtIndex(JAVA_INT, 0, 0);
    for (int i = 0; i < count; i++) {
      int row = rowsOf.getAtIndex(JAVA_INT, i);
      size += offsets.getAtIndex(JAVA_INT, row + 1L) - offsets.getAtIndex(JAVA_INT, row);
      ends.setAtIndex(JAVA_INT, i + 1L, size);
    }
    MemorySegment values = outputs.buffer(slot, Part.DICTIONARY_BYTES, size);
    for (int i = 0; i < count; i++) {
      int row = rowsOf.getAtIndex(JAVA_INT, i);
      int from = ends.getAtIndex(JAVA_INT, i);
      int length = ends.getAtIndex(JAVA_INT, i + 1L) - from;
      MemorySegment.copy(bytes, offsets.getAtIndex(JAVA_INT, row), values, from, length);
    }
    return new ArrayData(
        new Field(field.name(), FoundTypes.STRING, false),
        count,
        0,
        null,
        ends,
        values,
        List.of(),
        null,
        List.of());
  }
}
