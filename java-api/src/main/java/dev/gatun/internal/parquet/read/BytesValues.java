package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// BYTE_ARRAY to 32-bit offsets and bytes.
final class BytesValues implements Values {
  private final ParquetBytes.Cursor cursor;
  private final KernelTally tally;
  private final Counted<ColumnSpread> spread;
  private final LeafTarget dictionary;
  private boolean hasDictionary;

  BytesValues(Decoders decoders, Slab slab) {
    cursor = decoders.bytes().kernel().open();
    tally = decoders.bytes().tally();
    spread = decoders.spread();
    dictionary = new LeafTarget(slab);
  }

  @Override
  public void dictionary(Section page, long entries) {
    // An entry takes four bytes at least.
    if (entries > page.size() / Integer.BYTES) {
      throw new DecodeException(
          0, "a dictionary of " + entries + " strings does not fit into " + page.size() + " bytes");
    }
    dictionary.reset();
    begin(page, entries, ParquetBytes.Encoding.PLAIN);
    read(entries, dictionary);
    dictionary.slots = entries;
    hasDictionary = true;
  }

  @Override
  public void reset() {
    hasDictionary = false;
    dictionary.reset();
  }

  @Override
  public void begin(Encoding encoding, Section page, long values) {
    switch (encoding) {
      case PLAIN -> begin(page, values, ParquetBytes.Encoding.PLAIN);
      case DELTA_LENGTH_BYTE_ARRAY -> begin(page, values, ParquetBytes.Encoding.DELTA_LENGTH);
      case DELTA_BYTE_ARRAY -> begin(page, values, ParquetBytes.Encoding.DELTA_PREFIX);
      case RLE_DICTIONARY -> {
        requireDictionary();
        tally.bytes(page.size());
        cursor.beginDictionary(
            page.data(),
            page.offset(),
            page.size(),
            dictionary.offsets(0),
            dictionary.values.segment(),
            (int) dictionary.slots);
      }
      default -> throw new DecodeException(0, "BYTE_ARRAY cannot be encoded as " + encoding);
    }
  }

  /// Checks that a page may refer to a dictionary.
  void requireDictionary() {
    if (!hasDictionary) {
      throw new DecodeException(0, "the page needs a dictionary, the column chunk has none");
    }
  }

  /// The chunk's dictionary; empty when it has none.
  LeafTarget dictionary() {
    return dictionary;
  }

  private void begin(Section page, long values, ParquetBytes.Encoding encoding) {
    tally.bytes(page.size());
    cursor.begin(page.data(), page.offset(), page.size(), values, encoding);
  }

  @Override
  public void read(long n, LeafTarget target) {
    MemorySegment offsets = target.offsets(n);
    MemorySegment bytes = target.values.ensure(target.end + n, target.end);
    long done = 0;
    while (done < n) {
      tally.begin(n - done);
      long read = cursor.read(n - done, offsets, target.slots + done, bytes);
      tally.end(read);
      done += read;
      target.end = offsets.get(ValueLayout.JAVA_INT, (target.slots + done) * Integer.BYTES);
      if (done < n) {
        bytes = grow(target, done, n);
      }
    }
  }

  /// More room: for the value that did not fit and, by what was read so far, for those behind it.
  private MemorySegment grow(LeafTarget target, long done, long n) {
    long all = target.end + cursor.wanted();
    if (all > Integer.MAX_VALUE) {
      throw new DecodeException(
          -1, "the strings of a batch take more than 2 GiB: read smaller batches (batchRows)");
    }
    long mean = all / (target.slots + done + 1);
    return target.values.ensure(
        Math.min(all + (all >> 3) + mean * (n - done), Integer.MAX_VALUE), target.end);
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment offsets =
        target.offsets.ensure(
            (target.slots + n + 1) * Integer.BYTES, (target.slots + present + 1) * Integer.BYTES);
    spread.tally().begin(n);
    spread.kernel().offsets(offsets, target.slots, validity, target.slots, n, present);
    spread.tally().end(n);
  }

  @Override
  public void skip(long n) {
    tally.begin(n);
    cursor.skip(n);
    tally.end(n);
  }

  @Override
  public void close() {
    cursor.close();
  }
}
