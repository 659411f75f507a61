package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;

/// BOOLEAN to bits.
final class BooleanValues implements Values {
  private final ParquetHybrid.Cursor cursor;
  private final ColumnSpread spread;

  BooleanValues(Decoders decoders) {
    cursor = decoders.hybrid().open();
    spread = decoders.spread();
  }

  @Override
  public void reset() {
    // there is none
  }

  @Override
  public void dictionary(Section page, long entries) {
    throw new DecodeException(0, "booleans have no dictionary");
  }

  @Override
  public void begin(Encoding encoding, Section page, long values) {
    switch (encoding) {
      case PLAIN -> cursor.begin(page.data(), page.offset(), page.size(), 1, Layout.PLAIN);
      case RLE -> {
        Section runs = page.prefixed("booleans");
        cursor.begin(runs.data(), runs.offset(), runs.size(), 1, Layout.HYBRID);
      }
      default -> throw new DecodeException(0, "booleans cannot be encoded as " + encoding);
    }
  }

  @Override
  public void read(long n, LeafTarget target) {
    MemorySegment bits = target.values.ensure((target.slots + n + 7) / 8, (target.slots + 7) / 8);
    cursor.bits(n, bits, target.slots);
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment bits =
        target.values.ensure((target.slots + n + 7) / 8, (target.slots + present + 7) / 8);
    spread.bits(bits, target.slots, validity, target.slots, n, present);
  }

  @Override
  public void skip(long n) {
    cursor.skip(n);
  }

  @Override
  public void close() {
    cursor.close();
  }
}
