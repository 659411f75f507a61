package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.parquet.schema.LeafColumn;
import java.lang.foreign.MemorySegment;

/// A leaf with at most one definition level and no repetition: the levels are the validity bitmap.
final class FlatLeafReader extends LeafReader {
  /// Rows passed over at a time inside a page.
  private static final int PIECE = 1 << 13;

  private final boolean optional;
  private final Counted<ParquetHybrid.Cursor> def;
  private final Buffer skipped;

  FlatLeafReader(
      LeafColumn column,
      Decoders decoders,
      Values values,
      PageReader pages,
      ScanCounters counters,
      Slab slab) {
    super(decoders, values, pages, counters);
    optional = column.maxDef() == 1;
    def = decoders.hybrid().open(ParquetHybrid::open);
    skipped = new Buffer(slab);
  }

  @Override
  void beginLevels(Page data) {
    if (optional) {
      beginLevel(def, data.def(), data.levels(), 1);
    }
  }

  @Override
  void readRows(long rows, LeafOutput out) {
    LeafTarget target = out.leaf();
    for (long left = rows; left > 0; ) {
      if (pageLeft == 0) {
        nextPage();
      }
      load();
      long n = Math.min(left, pageLeft);
      if (optional) {
        readOptional(n, target);
      } else {
        values.read(n, target);
        target.valid += n;
      }
      target.slots += n;
      pageLeft -= (int) n;
      left -= n;
    }
  }

  private void readOptional(long n, LeafTarget target) {
    MemorySegment validity = target.validity(n);
    long present = bits(n, validity, target.slots);
    values.read(present, target);
    if (present < n) {
      values.spread(target, validity, n, present);
    }
    target.valid += present;
  }

  private long bits(long n, MemorySegment bitmap, long bitOffset) {
    def.tally().begin(n);
    long present = def.kernel().bits(n, bitmap, bitOffset);
    def.tally().end(n);
    return present;
  }

  @Override
  void skipRows(long rows) {
    for (long left = rows; left > 0; ) {
      if (pageLeft == 0) {
        nextPage();
      }
      long n = Math.min(left, pageLeft);
      if (n < pageLeft) {
        load();
      }
      skipInPage(n);
      pageLeft -= (int) n;
      left -= n;
    }
  }

  /// Passes over rows of the page; of a page that was not loaded, without looking at it.
  private void skipInPage(long n) {
    if (!isLoaded()) {
      return;
    }
    if (!optional) {
      values.skip(n);
      return;
    }
    MemorySegment bits = skipped.ensure(PIECE / Byte.SIZE, 0);
    for (long left = n; left > 0; ) {
      long some = Math.min(left, PIECE);
      values.skip(bits(some, bits, 0));
      left -= some;
    }
  }

  @Override
  public void close() {
    super.close();
    def.kernel().close();
  }
}
