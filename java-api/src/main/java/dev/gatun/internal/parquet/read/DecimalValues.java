package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.ParquetConvert;
import dev.gatun.internal.kernel.ParquetConvert.Conversion;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;

/// Decimals stored as BYTE_ARRAY of varying length to 16 or 32 bytes.
final class DecimalValues implements Values {
  private final Conversion conversion;
  private final int width;
  private final Counted<ParquetConvert> convert;
  private final Counted<ColumnSpread> spread;
  private final BytesValues bytes;
  private final LeafTarget read;
  private final LeafTarget dictionary;
  private final Counted<ParquetHybrid.Cursor> indexes;
  private boolean indexed;

  DecimalValues(Decoders decoders, Conversion conversion, int width, Slab slab) {
    this.conversion = conversion;
    this.width = width;
    convert = decoders.convert();
    spread = decoders.spread();
    bytes = new BytesValues(decoders, slab);
    read = new LeafTarget(slab);
    dictionary = new LeafTarget(slab);
    indexes = decoders.hybrid().open(ParquetHybrid::open);
  }

  @Override
  public void dictionary(Section page, long entries) {
    bytes.begin(Encoding.PLAIN, page, entries);
    dictionary.reset();
    readPlain(entries, dictionary);
    dictionary.slots = entries;
  }

  @Override
  public void reset() {
    dictionary.reset();
  }

  @Override
  public void begin(Encoding encoding, Section page, long values) {
    indexed = encoding == Encoding.RLE_DICTIONARY;
    if (indexed) {
      IndexSection.begin(indexes, page);
    } else {
      bytes.begin(encoding, page, values);
    }
  }

  @Override
  public void read(long n, LeafTarget target) {
    if (indexed) {
      MemorySegment out = target.values(n, width);
      MemorySegment entries = dictionary.values.segment();
      indexes.tally().begin(n);
      indexes.kernel().gather(n, width, entries, (int) dictionary.slots, out, target.slots * width);
      indexes.tally().end(n);
    } else {
      readPlain(n, target);
    }
  }

  private void readPlain(long n, LeafTarget target) {
    read.reset();
    bytes.read(n, read);
    MemorySegment out = target.values(n, width);
    MemorySegment in = read.values.segment();
    convert.tally().begin(n);
    convert.kernel().decimals(conversion, read.offsets(n), 0, in, n, out, target.slots * width);
    convert.tally().end(n, read.end);
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment values =
        target.values.ensure((target.slots + n) * width, (target.slots + present) * width);
    spread.tally().begin(n);
    spread.kernel().fixed(values, target.slots, width, validity, target.slots, n, present);
    spread.tally().end(n);
  }

  @Override
  public void skip(long n) {
    if (indexed) {
      indexes.tally().begin(n);
      indexes.kernel().skip(n);
      indexes.tally().end(n);
    } else {
      bytes.skip(n);
    }
  }

  @Override
  public void close() {
    indexes.kernel().close();
    bytes.close();
  }
}
