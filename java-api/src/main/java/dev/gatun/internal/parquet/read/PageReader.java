package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.CodecDecompress;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.read.Page.LevelEncoding;
import dev.gatun.internal.parquet.read.PageHeader.Kind;
import dev.gatun.parquet.Encoding;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Goes through the pages of a column chunk: headers first, bodies where they are wanted.
///
/// Methods throw [DecodeException] with a position from the start of the page's body or, when there
/// is none yet, of its header.
final class PageReader implements AutoCloseable {
  /// Header bytes looked at first; nearly all headers are shorter.
  private static final int HEADER = 256;

  /// Statistics in a header may be long, but not longer than this.
  private static final int MOST_HEADER = 16 << 20;

  private final ChunkBytes bytes;
  private final PageHeaders headers = new PageHeaders();
  private final Counted<CodecDecompress.Decompressor> decompressor;
  private final Buffer body;
  private final boolean verify;
  private @Nullable Codec codec;
  private boolean hasRep;
  private boolean hasDef;
  private int repBits;
  private int defBits;
  private long position;
  private long bodyPosition;

  PageReader(Decoders decoders, Slab slab, ScanCounters counters, boolean verify) {
    this.bytes = new ChunkBytes(slab, counters.bytesRead());
    this.decompressor = decoders.codec().open(CodecDecompress::open);
    this.body = new Buffer(slab);
    this.verify = verify;
  }

  /// Starts on a chunk.
  void begin(ChunkPlace place, SharedBytes.Window shared) {
    bytes.begin(place, shared);
    codec = place.codec();
    position = place.start();
    bodyPosition = position;
    hasRep = place.column().maxRep() > 0;
    hasDef = place.column().maxDef() > 0;
    repBits = bits(place.column().maxRep());
    defBits = bits(place.column().maxDef());
  }

  /// Goes on at a file position, where a page begins.
  void seek(long page) {
    position = page;
    bodyPosition = page;
  }

  private static int bits(int level) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(level);
  }

  /// File position of the page whose header was read last.
  long position() {
    return bodyPosition;
  }

  /// Reads the next header and passes over its page: the body may be loaded until the next call.
  PageHeader next() {
    bodyPosition = position;
    long available = bytes.available(position);
    long look = Math.min(HEADER, available);
    while (true) {
      long offset = bytes.offset(position, look);
      PageHeader header = headers.parse(bytes.segment(), offset, look, look == available);
      if (header != null) {
        check(header, available);
        bodyPosition = position + header.bytes();
        position = bodyPosition + header.size();
        return header;
      }
      if (look == MOST_HEADER) {
        throw new DecodeException(0, "the page header is longer than " + MOST_HEADER + " bytes");
      }
      look = Math.min(Math.min(look * 16, available), MOST_HEADER);
    }
  }

  private void check(PageHeader header, long available) {
    if (header.size() < 0 || header.uncompressed() < 0 || header.values() < 0) {
      throw new DecodeException(
          0,
          "negative size in the page header (compressed "
              + header.size()
              + ", uncompressed "
              + header.uncompressed()
              + ", values "
              + header.values()
              + ")");
    }
    if (header.size() > available - header.bytes()) {
      throw new DecodeException(
          0,
          "the page says that it takes "
              + header.size()
              + " bytes, only "
              + (available - header.bytes())
              + " are left");
    }
  }

  /// A dictionary page's values.
  Section dictionary(PageHeader header) {
    Section stored = stored(header);
    return codec == null ? plain(header, stored) : decompress(stored, header.uncompressed());
  }

  /// A data page.
  Page data(PageHeader header) {
    Section stored = stored(header);
    Encoding encoding = Encoding.of(header.encoding());
    if (encoding == null) {
      throw new UnsupportedOperationException("values encoded as number " + header.encoding());
    }
    if (encoding == Encoding.PLAIN_DICTIONARY) {
      encoding = Encoding.RLE_DICTIONARY; // its old name
    }
    return header.kind() == Kind.DATA
        ? version1(header, stored, encoding)
        : version2(header, stored, encoding);
  }

  private Section stored(PageHeader header) {
    long offset = bytes.offset(bodyPosition, header.size());
    if (verify && header.crc() != null) {
      int crc = checksum(bytes.segment().asSlice(offset, header.size()));
      if (crc != header.crc()) {
        throw new DecodeException(
            0, "the page's checksum is %08x, its bytes give %08x".formatted(header.crc(), crc));
      }
    }
    return new Section(bytes.segment(), offset, header.size());
  }

  /// The JDK's CRC-32 runs at the speed of memory: no kernel of ours is faster.
  private static int checksum(MemorySegment page) {
    CRC32 crc = new CRC32();
    crc.update(page.asByteBuffer());
    return (int) crc.getValue();
  }

  private Page version1(PageHeader header, Section stored, Encoding encoding) {
    Section all = codec == null ? plain(header, stored) : decompress(stored, header.uncompressed());
    LevelEncoding levels = LevelEncoding.RLE;
    Section rep = all.first(0, "");
    Section def = rep;
    if (hasRep) {
      levels = levels(header.rep());
      rep = level(all, levels, header.values(), repBits, "repetition levels");
      all = behind(all, rep);
    }
    if (hasDef) {
      LevelEncoding own = levels(header.def());
      def = level(all, own, header.values(), defBits, "definition levels");
      all = behind(all, def);
      if (hasRep && own != levels) {
        throw new DecodeException(0, "levels of two encodings in one page");
      }
      levels = own;
    }
    return new Page(rep, def, all, levels, encoding);
  }

  private static LevelEncoding levels(int code) {
    Encoding encoding = Encoding.of(code);
    if (encoding == Encoding.RLE) {
      return LevelEncoding.RLE;
    }
    if (encoding == Encoding.BIT_PACKED) {
      return LevelEncoding.BIT_PACKED;
    }
    throw new DecodeException(0, "levels cannot be encoded as " + code);
  }

  private static Section level(
      Section all, LevelEncoding encoding, int values, int bits, String what) {
    return encoding == LevelEncoding.RLE
        ? all.prefixed(what)
        : all.first(((long) values * bits + 7) / 8, what);
  }

  /// What of `all` lies behind `part`.
  private static Section behind(Section all, Section part) {
    return all.after(part.offset() + part.size() - all.offset());
  }

  private Page version2(PageHeader header, Section stored, Encoding encoding) {
    Section rep = stored.first(header.rep(), "repetition levels");
    Section def = stored.after(rep.size()).first(header.def(), "definition levels");
    long levels = rep.size() + def.size();
    Section values = stored.after(levels);
    // Early writers of version 2 pages said that they did not compress, and did.
    if (codec != null && (header.compressed() || header.size() != header.uncompressed())) {
      values = decompress(values, header.uncompressed() - levels);
    }
    return new Page(rep, def, values, LevelEncoding.RLE, encoding);
  }

  private static Section plain(PageHeader header, Section stored) {
    return stored.first(Math.min(stored.size(), header.uncompressed()), "values");
  }

  private Section decompress(Section stored, long size) {
    Codec packed = codec;
    if (packed == null || size < 0) {
      throw new DecodeException(0, "the page's levels are larger than the page");
    }
    if (size == 0) {
      return stored.first(0, "");
    }
    if (size / 4 > Expansion.most(packed, stored.size()) / 4) {
      throw new DecodeException(
          0,
          "the page says that "
              + stored.size()
              + " bytes of "
              + packed
              + " hold "
              + size
              + " bytes");
    }
    MemorySegment out = body.ensure(size, 0);
    decompressor.tally().begin(size);
    decompressor
        .kernel()
        .decompress(packed, stored.data(), stored.offset(), stored.size(), out, 0, size);
    decompressor.tally().end(size, stored.size());
    return new Section(out, 0, size);
  }

  @Override
  public void close() {
    decompressor.kernel().close();
  }
}
