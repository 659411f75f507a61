package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.ParquetConvert.Conversion;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.ParquetHybrid;
import dev.gatun.parquet.Encoding;
import dev.gatun.parquet.PhysicalType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Values of one width to values of one width, converted on the way where the Arrow type is stored
/// differently.
final class FixedValues implements Values {
  /// Values converted at a time: input and output stay in the first-level cache.
  private static final int PIECE = 512;

  private final Decoders decoders;
  private final PhysicalType type;
  private final int stored;
  private final int width;
  private final @Nullable Conversion conversion;
  private final Counted<ParquetHybrid.Cursor> indexes;
  private final Counted<ParquetDelta.Cursor> delta;
  private final Counted<ParquetBytes.Cursor> strings;
  private final Buffer dictionary;
  private final Buffer piece;
  private int entries;
  private boolean hasDictionary;

  private Encoding encoding = Encoding.PLAIN;
  private Section page = new Section(MemorySegment.NULL, 0, 0);
  private long pageValues;
  private long next;

  /// @param stored bytes of a stored value
  /// @param width bytes of a value of the Arrow type
  FixedValues(
      Decoders decoders,
      PhysicalType type,
      int stored,
      int width,
      @Nullable Conversion conversion,
      Slab slab) {
    this.decoders = decoders;
    this.type = type;
    this.stored = stored;
    this.width = width;
    this.conversion = conversion;
    indexes = decoders.hybrid().open(ParquetHybrid::open);
    delta = decoders.delta().open(ParquetDelta::open);
    strings = decoders.bytes().open(ParquetBytes::open);
    dictionary = new Buffer(slab);
    piece = new Buffer(slab);
  }

  @Override
  public void dictionary(Section plain, long count) {
    if (count > Integer.MAX_VALUE || count * stored > plain.size()) {
      throw new DecodeException(
          0, "a dictionary of " + count + " entries does not fit into " + plain.size() + " bytes");
    }
    entries = (int) count;
    hasDictionary = true;
    MemorySegment out = dictionary.ensure(count * width, 0);
    store(plain.data(), plain.offset(), count, out, 0);
  }

  @Override
  public void begin(Encoding pageEncoding, Section section, long values) {
    encoding = pageEncoding;
    page = section;
    next = 0;
    switch (encoding) {
      case PLAIN -> pageValues = section.size() / stored;
      case RLE_DICTIONARY -> beginIndexes(section);
      case DELTA_BINARY_PACKED -> {
        require(type == PhysicalType.INT32 || type == PhysicalType.INT64);
        delta.tally().bytes(section.size());
        delta.kernel().begin(section.data(), section.offset(), section.size());
      }
      case BYTE_STREAM_SPLIT -> {
        require(type != PhysicalType.INT96);
        pageValues = section.size() / stored;
      }
      case DELTA_BYTE_ARRAY -> {
        require(type == PhysicalType.FIXED_LEN_BYTE_ARRAY);
        strings.tally().bytes(section.size());
        strings
            .kernel()
            .begin(
                section.data(),
                section.offset(),
                section.size(),
                values,
                ParquetBytes.Encoding.DELTA_PREFIX);
      }
      default -> require(false);
    }
  }

  private void beginIndexes(Section section) {
    if (!hasDictionary) {
      throw new DecodeException(0, "the page needs a dictionary, the column chunk has none");
    }
    IndexSection.begin(indexes, section);
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new DecodeException(0, type + " cannot be encoded as " + encoding);
    }
  }

  /// Forgets the dictionary of the chunk before.
  @Override
  public void reset() {
    hasDictionary = false;
  }

  @Override
  public void read(long n, LeafTarget target) {
    MemorySegment out = target.values(n, width);
    long offset = target.slots * width;
    if (encoding == Encoding.RLE_DICTIONARY) {
      indexes.tally().begin(n);
      indexes.kernel().gather(n, width, dictionary.segment(), entries, out, offset);
      indexes.tally().end(n);
    } else if (conversion == null) {
      decode(n, out, offset);
    } else if (encoding == Encoding.PLAIN) {
      check(n);
      store(page.data(), page.offset() + next * stored, n, out, offset);
      next += n;
    } else {
      MemorySegment scratch = piece.ensure(PIECE * stored, 0);
      for (long done = 0; done < n; done += PIECE) {
        long some = Math.min(PIECE, n - done);
        decode(some, scratch, 0);
        store(scratch, 0, some, out, offset + done * width);
      }
    }
  }

  /// Stored values, dense.
  private void decode(long n, MemorySegment out, long offset) {
    switch (encoding) {
      case PLAIN -> {
        check(n);
        MemorySegment.copy(page.data(), page.offset() + next * stored, out, offset, n * stored);
        next += n;
      }
      case BYTE_STREAM_SPLIT -> {
        check(n);
        KernelTally splits = decoders.split().tally();
        splits.begin(n);
        decoders
            .split()
            .kernel()
            .join(page.data(), page.offset(), pageValues, stored, next, n, out, offset);
        splits.end(n, n * stored);
        next += n;
      }
      case DELTA_BINARY_PACKED -> {
        delta.tally().begin(n);
        if (stored == Integer.BYTES) {
          delta.kernel().int32(n, out, offset);
        } else {
          delta.kernel().int64(n, out, offset);
        }
        delta.tally().end(n);
      }
      default -> {
        strings.tally().begin(n);
        strings.kernel().fixed(n, stored, out, offset);
        strings.tally().end(n);
      }
    }
  }

  /// Stored values to those of the Arrow type.
  private void store(MemorySegment in, long from, long n, MemorySegment out, long to) {
    if (conversion == null) {
      MemorySegment.copy(in, from, out, to, n * width);
    } else {
      KernelTally conversions = decoders.convert().tally();
      conversions.begin(n);
      decoders.convert().kernel().fixed(conversion, stored, in, from, n, out, to);
      conversions.end(n, n * stored);
    }
  }

  private void check(long n) {
    if (n > pageValues - next) {
      throw new DecodeException(
          page.size(), "the page holds " + pageValues + " values, its levels ask for more");
    }
  }

  @Override
  public void spread(LeafTarget target, MemorySegment validity, long n, long present) {
    MemorySegment values =
        target.values.ensure((target.slots + n) * width, (target.slots + present) * width);
    KernelTally spreads = decoders.spread().tally();
    spreads.begin(n);
    decoders
        .spread()
        .kernel()
        .fixed(values, target.slots, width, validity, target.slots, n, present);
    spreads.end(n);
  }

  @Override
  public void skip(long n) {
    switch (encoding) {
      case PLAIN, BYTE_STREAM_SPLIT -> {
        check(n);
        next += n;
      }
      case RLE_DICTIONARY -> {
        indexes.tally().begin(n);
        indexes.kernel().skip(n);
        indexes.tally().end(n);
      }
      case DELTA_BINARY_PACKED -> {
        delta.tally().begin(n);
        delta.kernel().skip(n);
        delta.tally().end(n);
      }
      default -> {
        strings.tally().begin(n);
        strings.kernel().skip(n);
        strings.tally().end(n);
      }
    }
  }

  @Override
  public void close() {
    indexes.kernel().close();
    delta.kernel().close();
    strings.kernel().close();
  }
}
