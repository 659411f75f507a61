package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// BYTE_ARRAY to indexes into the dictionary of the batch. Values of pages that do without one are
/// appended to it.
final class DictionaryValues implements Values {
  private final BytesValues strings;
  private final Counted<ParquetHybrid.Cursor> indexes;
  private final Counted<ColumnSpread> spread;

  /// Stands for the chunk's dictionary, or for having none.
  private Object chunk = new Object();

  private boolean indexed;

  DictionaryValues(Decoders decoders, Slab slab) {
    strings = new BytesValues(decoders, slab);
    indexes = decoders.hybrid().open(ParquetHybrid::open);
    spread = decoders.spread();
  }

  @Override
  public void reset() {
    strings.reset();
    chunk = new Object();
  }

  @Override
  public void dictionary(Section page, long entries) {
    strings.dictionary(page, entries);
    chunk = new Object();
  }

  @Override
  public void begin(Encoding encoding, Section page, long values) {
    indexed = encoding == Encoding.RLE_DICTIONARY;
    if (indexed) {
      strings.requireDictionary();
      IndexSection.begin(indexes, page);
    } else {
      strings.begin(encoding, page, values);
    }
  }

  @Override
  public void read(long n, LeafTarget target) {
    MemorySegment out = target.values(n, Integer.BYTES);
    DictionaryTarget dictionary = target.dictionary();
    LeafTarget known = strings.dictionary();
    dictionary.hold(chunk, known);
    if (indexed) {
      indexes.tally().begin(n);
      indexes.kernel().indices(n, out, target.slots * Integer.BYTES, (int) known.slots);
      indexes.tally().end(n);
      return;
    }
    LeafTarget entries = dictionary.append(n);
    strings.read(n, entries);
    for (long i = 0; i < n; i++) {
      out.setAtIndex(ValueLayout.JAVA_INT, target.slots + i, (int) (entries.slots + i));
    }
    entries.slots += n;
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment out =
        target.values.ensure(
            (target.slots + n) * Integer.BYTES, (target.slots + present) * Integer.BYTES);
    spread.tally().begin(n);
    spread.kernel().fixed(out, target.slots, Integer.BYTES, validity, target.slots, n, present);
    spread.tally().end(n);
  }

  @Override
  public void skip(long n) {
    if (indexed) {
      indexes.tally().begin(n);
      indexes.kernel().skip(n);
      indexes.tally().end(n);
    } else {
      strings.skip(n);
    }
  }

  @Override
  public void close() {
    indexes.kernel().close();
    strings.close();
  }
}
