package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.internal.kernel.ParquetNesting;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A leaf with levels of any kind: they are decoded a piece at a time, and turned into the bitmaps
/// and offsets of the leaf and of the inner nodes it is read for.
final class NestedLeafReader extends LeafReader {
  /// Levels decoded at a time: with what is made of them they stay in the first-level cache.
  private static final int PIECE = 1 << 13;

  private final LeafColumn column;
  private final ReadNode node;
  private final ParquetNesting nesting;
  private final KernelTally nestings;
  private final Counted<ParquetHybrid.Cursor> repLevels;
  private final Counted<ParquetHybrid.Cursor> defLevels;
  private final MemorySegment rep;
  private final MemorySegment def;
  private final MemorySegment bits;
  private int at;
  private int filled;
  private boolean begun;

  NestedLeafReader(
      ReadNode node,
      Decoders decoders,
      Values values,
      PageReader pages,
      ScanCounters counters,
      Slab slab) {
    super(decoders, values, pages, counters);
    this.node = node;
    this.column = node.leaf();
    nesting = decoders.nesting().kernel();
    nestings = decoders.nesting().tally();
    repLevels = decoders.hybrid().open(ParquetHybrid::open);
    defLevels = decoders.hybrid().open(ParquetHybrid::open);
    rep = column.maxRep() == 0 ? MemorySegment.NULL : slab.allocate(PIECE + Buffer.SLACK);
    def = slab.allocate(PIECE + Buffer.SLACK);
    bits = slab.allocate(PIECE / Byte.SIZE + Buffer.SLACK);
  }

  @Override
  void begin(ChunkPlace chunk, SharedBytes.Window shared) {
    super.begin(chunk, shared);
    at = 0;
    filled = 0;
    begun = false;
  }

  @Override
  void beginLevels(Page data) {
    if (column.maxRep() > 0) {
      beginLevel(repLevels, data.rep(), data.levels(), column.maxRep());
    }
    beginLevel(defLevels, data.def(), data.levels(), column.maxDef());
  }

  @Override
  void readRows(long rows, LeafOutput out) {
    eachPiece(rows, (from, n) -> read(from, n, out));
  }

  @Override
  void skipRows(long rows) {
    eachPiece(rows, (from, n) -> values.skip(present(from, n)));
  }

  @FunctionalInterface
  private interface Piece {
    void take(int from, int n);
  }

  /// Gives away the levels of the next `rows` records, piece by piece.
  private void eachPiece(long rows, Piece piece) {
    long left = rows;
    while (true) {
      if (at == filled && !fill()) {
        if (left > 0) {
          throw new DecodeException(-1, "the column chunk ends " + left + " rows early");
        }
        return;
      }
      int entries;
      if (column.maxRep() == 0) {
        entries = (int) Math.min(left, filled - at);
        left -= entries;
      } else {
        nestings.begin(filled - at);
        ParquetNesting.Records found = nesting.records(rep, at, filled - at, left);
        nestings.end(found.entries(), found.entries());
        entries = (int) found.entries();
        left -= found.records();
      }
      if (entries > 0) {
        piece.take(at, entries);
        at += entries;
      }
      if (at < filled) {
        return;
      }
      if (left == 0 && column.maxRep() == 0) {
        return;
      }
    }
  }

  /// Decodes the next piece of levels.
  private boolean fill() {
    while (pageLeft == 0) {
      if (!hasMore()) {
        return false;
      }
      nextPage();
    }
    load();
    int n = Math.min(pageLeft, PIECE);
    if (column.maxRep() > 0) {
      levels(repLevels, n, rep, column.maxRep());
      if (!begun && rep.get(ValueLayout.JAVA_BYTE, 0) != 0) {
        throw new DecodeException(-1, "the column chunk begins inside a record");
      }
    }
    levels(defLevels, n, def, column.maxDef());
    begun = true;
    pageLeft -= n;
    at = 0;
    filled = n;
    return true;
  }

  private static void levels(
      Counted<ParquetHybrid.Cursor> cursor, int n, MemorySegment out, int most) {
    cursor.tally().begin(n);
    cursor.kernel().bytes(n, out, 0, most + 1);
    cursor.tally().end(n);
  }

  /// Values among the entries.
  private int present(int from, int n) {
    int most = column.maxDef();
    return (int) validity(MemorySegment.NULL, from, n, 0, most, most, bits, 0);
  }

  private long validity(
      MemorySegment repetition,
      int from,
      int n,
      int slotRep,
      int slotDef,
      int validDef,
      MemorySegment bitmap,
      long bitOffset) {
    nestings.begin(n);
    long found =
        nesting.validity(def, repetition, from, n, slotRep, slotDef, validDef, bitmap, bitOffset);
    nestings.end(n, n);
    return found;
  }

  private void read(int from, int n, LeafOutput out) {
    for (LeafOutput.Inner inner : out.inner()) {
      read(from, n, inner.node(), inner.target());
    }
    LeafTarget target = out.leaf();
    MemorySegment validity = target.validity(n);
    long found =
        validity(
            rep, from, n, node.slotRep(), node.slotDef(), column.maxDef(), validity, target.slots);
    int slots = (int) found;
    int present = (int) (found >>> Integer.SIZE);
    values.read(present, target);
    if (present < slots) {
      values.spread(target, validity, slots, present);
    }
    advance(target, slots, present);
  }

  /// The bitmap and offsets of an inner node.
  private void read(int from, int n, ReadNode inner, LeafTarget target) {
    int slots = 0;
    int ones = 0;
    if (inner.nullable()) {
      long found =
          validity(
              rep,
              from,
              n,
              inner.slotRep(),
              inner.slotDef(),
              inner.validDef(),
              target.validity(n),
              target.slots);
      slots = (int) found;
      ones = (int) (found >>> Integer.SIZE);
    }
    if (inner.isList()) {
      nestings.begin(n);
      long found =
          nesting.offsets(
              def,
              rep,
              from,
              n,
              inner.slotRep(),
              inner.slotDef(),
              inner.elementDef(),
              target.offsets(n),
              target.slots,
              (int) target.end);
      nestings.end(n, n);
      slots = (int) found;
      target.end += found >>> Integer.SIZE;
      if (target.end > Integer.MAX_VALUE) {
        throw new DecodeException(
            -1, "the lists of a batch have more than 2^31 elements: read smaller batches");
      }
    }
    advance(target, slots, inner.nullable() ? ones : slots);
  }

  private static void advance(LeafTarget target, int slots, int valid) {
    target.slots += slots;
    target.valid += valid;
    if (target.slots > Integer.MAX_VALUE - PIECE) {
      throw new DecodeException(
          -1, "a nested column of a batch has more than 2^31 slots: read smaller batches");
    }
  }

  @Override
  public void close() {
    super.close();
    repLevels.kernel().close();
    defLevels.kernel().close();
  }
}
