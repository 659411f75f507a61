package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// The buffers one leaf or inner node of a batch is read into, and how far they are filled.
final class LeafTarget {
  final Buffer validity;
  final Buffer offsets;
  final Buffer values;

  /// Slots filled.
  long slots;

  /// Slots that are not null.
  long valid;

  /// Elements of all lists, or bytes of all strings.
  long end;

  private final Slab slab;
  private @Nullable DictionaryTarget dictionary;

  LeafTarget(Slab slab) {
    this.slab = slab;
    validity = new Buffer(slab);
    offsets = new Buffer(slab);
    values = new Buffer(slab);
  }

  /// Empties it for the next batch.
  void reset() {
    slots = 0;
    valid = 0;
    end = 0;
    if (dictionary != null) {
      dictionary.reset();
    }
  }

  /// What the values are indexes of, when they are that.
  DictionaryTarget dictionary() {
    DictionaryTarget known = dictionary;
    if (known == null) {
      known = new DictionaryTarget(slab);
      dictionary = known;
    }
    return known;
  }

  /// The bitmap with room for `n` more slots.
  MemorySegment validity(long n) {
    return validity.ensure((slots + n + 7) / 8, (slots + 7) / 8);
  }

  /// The offsets with room for those of `n` more slots; the first one is 0.
  MemorySegment offsets(long n) {
    MemorySegment segment = offsets.ensure((slots + n + 1) * 4, slots == 0 ? 0 : (slots + 1) * 4);
    if (slots == 0) {
      segment.set(ValueLayout.JAVA_INT, 0, 0);
    }
    return segment;
  }

  /// The values with room for `n` more slots of `width` bytes.
  MemorySegment values(long n, int width) {
    return values.ensure((slots + n) * width, slots * width);
  }
}
