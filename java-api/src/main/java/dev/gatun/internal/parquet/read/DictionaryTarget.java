package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dictionary of a leaf of a batch: a copy of that of the column chunk, since the batch may
/// outlive it, and behind it values of the batch that are not in it. The copy stays for the next
/// batch of the chunk.
final class DictionaryTarget {
  private final LeafTarget entries;
  private @Nullable Object held;
  private long base;
  private long baseEnd;
  private boolean used;
  private @Nullable ArrayData array;

  DictionaryTarget(Slab slab) {
    entries = new LeafTarget(slab);
  }

  /// Goes on to the next batch: what belonged to the last one alone is cut off.
  void reset() {
    used = false;
    if (entries.slots != base) {
      array = null;
    }
    entries.slots = base;
    entries.end = baseEnd;
  }

  /// Makes it begin with the dictionary of a column chunk, unless it does.
  ///
  /// @param chunk stands for that dictionary and no other
  /// @throws DecodeException when the batch has values of another dictionary already
  void hold(Object chunk, LeafTarget dictionary) {
    if (held == chunk) {
      used = true;
      return;
    }
    if (used) {
      throw new DecodeException(
          0, "a dictionary behind data pages cannot be handed out: read strings as offsets");
    }
    used = true;
    array = null;
    held = null;
    copy(dictionary);
    held = chunk;
  }

  private void copy(LeafTarget from) {
    entries.reset();
    MemorySegment offsets = entries.offsets(from.slots);
    MemorySegment bytes = entries.values.ensure(from.end, 0);
    if (from.slots > 0) {
      MemorySegment.copy(from.offsets.segment(), 0, offsets, 0, (from.slots + 1) * Integer.BYTES);
      MemorySegment.copy(from.values.segment(), 0, bytes, 0, from.end);
    }
    entries.slots = from.slots;
    entries.end = from.end;
    base = from.slots;
    baseEnd = from.end;
  }

  /// Where `n` more values of this batch go; the caller advances its slots.
  LeafTarget append(long n) {
    if (entries.slots + n > Integer.MAX_VALUE) {
      throw new DecodeException(
          -1, "a batch has more than 2^31 different strings: read smaller batches (batchRows)");
    }
    array = null;
    return entries;
  }

  /// The values as an array: the same one as long as they are the same.
  ArrayData array(DataType type) {
    ArrayData known = array;
    if (known == null) {
      known =
          new ArrayData(
              new Field("", type, true),
              (int) entries.slots,
              0,
              null,
              entries.offsets(0),
              entries.values.ensure(0, 0),
              List.of(),
              null,
              List.of());
      array = known;
    }
    return known;
  }
}
