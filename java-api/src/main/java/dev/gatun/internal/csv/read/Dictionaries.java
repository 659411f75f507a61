package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.Engine;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.csv.read.Outputs.Part;
import dev.gatun.internal.exec.Slab;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Strings to indexes into their distinct values, in the order in which these first appear; each
/// block has a dictionary of its own. For one thread at a time.
final class Dictionaries {
  private final Outputs scratch;

  Dictionaries(Engine engine, Slab slab) {
    this.scratch = Outputs.reused(slab);
  }

  /// Where the strings to be encoded go.
  Outputs scratch() {
    return scratch;
  }

  /// Encodes strings that lie in [#scratch].
  ArrayData encode(ArrayData strings, Field field, int slot, Outputs outputs) {
    int rows = strings.length();
    MemorySegment offsets = java.util.Objects.requireNonNull(strings.offsets());
    MemorySegment bytes = java.util.Objects.requireNonNull(strings.values());
    MemorySegment indexes = outputs.buffer(slot, Part.VALUES, (long) rows * Integer.BYTES);
    Map<ByteBuffer, Integer> known = new HashMap<>();
    java.io.ByteArrayOutputStream distinct = new java.io.ByteArrayOutputStream();
    java.util.ArrayList<Integer> ends = new java.util.ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int from = offsets.getAtIndex(JAVA_INT, row);
      int to = offsets.getAtIndex(JAVA_INT, row + 1L);
      byte[] value = bytes.asSlice(from, to - from).toArray(JAVA_BYTE);
      Integer index = known.get(ByteBuffer.wrap(value));
      if (index == null) {
        index = known.size();
        known.put(ByteBuffer.wrap(value), index);
        distinct.writeBytes(value);
        ends.add(distinct.size());
      }
      indexes.setAtIndex(JAVA_INT, row, index);
    }
    MemorySegment dictionaryOffsets =
        outputs.buffer(slot, Part.DICTIONARY_OFFSETS, (ends.size() + 1L) * Integer.BYTES);
    dictionaryOffsets.setAtIndex(JAVA_INT, 0, 0);
    for (int i = 0; i < ends.size(); i++) {
      dictionaryOffsets.setAtIndex(JAVA_INT, i + 1L, ends.get(i));
    }
    MemorySegment dictionaryBytes =
        outputs.buffer(slot, Part.DICTIONARY_BYTES, distinct.size());
    MemorySegment.copy(
        MemorySegment.ofArray(distinct.toByteArray()), 0, dictionaryBytes, 0, distinct.size());
    ArrayData dictionary =
        new ArrayData(
            new Field(field.name(), FoundTypes.STRING, false),
            ends.size(),
            0,
            null,
            dictionaryOffsets,
            dictionaryBytes,
            List.of(),
            null,
            List.of());
    MemorySegment validity = strings.validity();
    MemorySegment kept = null;
    if (validity != null) {
      long size = (rows + 63L) / 64 * Long.BYTES;
      kept = outputs.buffer(slot, Part.VALIDITY, size);
      MemorySegment.copy(validity, 0, kept, 0, size);
    }
    return new ArrayData(
        field, rows, strings.nulls(), kept, null, indexes, List.of(), dictionary, List.of());
  }
}
