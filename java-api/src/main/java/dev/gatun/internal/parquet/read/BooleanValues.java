package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;

/// BOOLEAN to bits.
final class BooleanValues implements Values {
  private final Counted<ParquetHybrid.Cursor> cursor;
  private final Counted<ColumnSpread> spread;

  BooleanValues(Decoders decoders) {
    cursor = decoders.hybrid().open(ParquetHybrid::open);
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
      case PLAIN -> begin(page, Layout.PLAIN);
      case RLE -> begin(page.prefixed("booleans"), Layout.HYBRID);
      default -> throw new DecodeException(0, "booleans cannot be encoded as " + encoding);
    }
  }

  private void begin(Section bits, Layout layout) {
    cursor.tally().bytes(bits.size());
    cursor.kernel().begin(bits.data(), bits.offset(), bits.size(), 1, layout);
  }

  @Override
  public void read(long n, LeafTarget target) {
    MemorySegment bits = target.values.ensure((target.slots + n + 7) / 8, (target.slots + 7) / 8);
    cursor.tally().begin(n);
    cursor.kernel().bits(n, bits, target.slots);
    cursor.tally().end(n);
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment bits =
        target.values.ensure((target.slots + n + 7) / 8, (target.slots + present + 7) / 8);
    spread.tally().begin(n);
    spread.kernel().bits(bits, target.slots, validity, target.slots, n, present);
    spread.tally().end(n);
  }

  @Override
  public void skip(long n) {
    cursor.tally().begin(n);
    cursor.kernel().skip(n);
    cursor.tally().end(n);
  }

  @Override
  public void close() {
    cursor.kernel().close();
  }
}
