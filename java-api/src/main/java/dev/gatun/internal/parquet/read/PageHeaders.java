package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.parquet.read.PageHeader.Kind;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Parses page headers. One thread at a time.
final class PageHeaders {
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int DATA_PAGE_V2 = 3;

  private final ThriftReader thrift = new ThriftReader();
  private int type;
  private int uncompressed;
  private int size;
  private @Nullable Integer crc;
  private int values;
  private int encoding;
  private int def;
  private int rep;
  private int rows;
  private boolean compressed;

  /// The header at `offset`, of which `look` bytes are there.
  ///
  /// @param complete whether there are no more bytes behind those
  /// @return null when more bytes are needed
  @Nullable PageHeader parse(MemorySegment data, long offset, long look, boolean complete) {
    try {
      return parse(data, offset, look);
    } catch (DecodeException e) {
      if (complete) {
        throw new DecodeException(e.position() - offset, "page header: " + e.getMessage());
      }
      return null;
    }
  }

  private PageHeader parse(MemorySegment data, long offset, long look) {
    thrift.begin(data, offset, offset + look);
    type = -1;
    uncompressed = -1;
    size = -1;
    crc = null;
    values = -1;
    encoding = -1;
    def = 0;
    rep = 0;
    rows = -1;
    compressed = true;
    thrift.enterStruct();
    for (int field = thrift.nextField(); field != 0; field = thrift.nextField()) {
      switch (field) {
        case 1 -> type = thrift.int32();
        case 2 -> uncompressed = thrift.int32();
        case 3 -> size = thrift.int32();
        case 4 -> crc = thrift.int32();
        case 5 -> version1();
        case 7 -> dictionary();
        case 8 -> version2();
        default -> thrift.skip();
      }
    }
    return new PageHeader(
        switch (type) {
          case DATA_PAGE -> Kind.DATA;
          case DICTIONARY_PAGE -> Kind.DICTIONARY;
          case DATA_PAGE_V2 -> Kind.DATA_V2;
          default -> Kind.OTHER;
        },
        (int) (thrift.position() - offset),
        size,
        uncompressed,
        type == DATA_PAGE || type == DATA_PAGE_V2 || type == DICTIONARY_PAGE ? values : 0,
        encoding,
        crc,
        rows,
        def,
        rep,
        compressed);
  }

  private void version1() {
    thrift.enterStruct();
    for (int field = thrift.nextField(); field != 0; field = thrift.nextField()) {
      switch (field) {
        case 1 -> values = thrift.int32();
        case 2 -> encoding = thrift.int32();
        case 3 -> def = thrift.int32();
        case 4 -> rep = thrift.int32();
        default -> thrift.skip();
      }
    }
  }

  private void dictionary() {
    thrift.enterStruct();
    for (int field = thrift.nextField(); field != 0; field = thrift.nextField()) {
      switch (field) {
        case 1 -> values = thrift.int32();
        case 2 -> encoding = thrift.int32();
        default -> thrift.skip();
      }
    }
  }

  private void version2() {
    thrift.enterStruct();
    for (int field = thrift.nextField(); field != 0; field = thrift.nextField()) {
      switch (field) {
        case 1 -> values = thrift.int32();
        case 3 -> rows = thrift.int32();
        case 4 -> encoding = thrift.int32();
        case 5 -> def = thrift.int32();
        case 6 -> rep = thrift.int32();
        case 7 -> compressed = thrift.bool();
        default -> thrift.skip();
      }
    }
  }
}
