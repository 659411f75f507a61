package dev.gatun.internal.parquet.read;

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
  private final ParquetConvert convert;
  private final ColumnSpread spread;
  private final BytesValues bytes;
  private final LeafTarget read;
  private final LeafTarget dictionary;
  private final ParquetHybrid.Cursor indexes;
  private boolean indexed;

  DecimalValues(Decoders decoders, Conversion conversion, int width, Slab slab) {
    this.conversion = conversion;
    this.width = width;
    convert = decoders.convert();
    spread = decoders.spread();
    bytes = new BytesValues(decoders, slab);
    read = new LeafTarget(slab);
    dictionary = new LeafTarget(slab);
    indexes = decoders.hybrid().open();
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
      indexes.gather(
          n, width, dictionary.values.segment(), (int) dictionary.slots, out, target.slots * width);
    } else {
      readPlain(n, target);
    }
  }

  private void readPlain(long n, LeafTarget target) {
    read.reset();
    bytes.read(n, read);
    MemorySegment out = target.values(n, width);
    convert.decimals(
        conversion, read.offsets(n), 0, read.values.segment(), n, out, target.slots * width);
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment values =
        target.values.ensure((target.slots + n) * width, (target.slots + present) * width);
    spread.fixed(values, target.slots, width, validity, target.slots, n, present);
  }

  @Override
  public void skip(long n) {
    if (indexed) {
      indexes.skip(n);
    } else {
      bytes.skip(n);
    }
  }

  @Override
  public void close() {
    indexes.close();
    bytes.close();
  }
}
