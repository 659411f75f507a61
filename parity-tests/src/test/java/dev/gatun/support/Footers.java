package dev.gatun.support;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/// Footers of made-up Parquet files.
public final class Footers {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  private Footers() {}

  /// A file that has nothing but a footer.
  public static byte[] file(byte[] footer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    out.writeBytes(footer);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(footer.length >>> shift);
    }
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  /// A footer with fields that are usual and such that are not.
  public static byte[] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = random.nextInt(1, 6);
    int groups = random.nextInt(random.nextInt(8) == 0 ? 200 : 6);
    ThriftWriter out = new ThriftWriter();
    out.int32(1, random.nextInt(1, 3));
    schema(out, columns);
    out.int64(3, random.nextLong(1L << random.nextInt(1, 50)));
    out.list(4, 12, groups);
    for (int g = 0; g < groups; g++) {
      rowGroup(out, columns, random);
    }
    if (random.nextBoolean()) {
      keyValues(out, random);
    }
    if (random.nextBoolean()) {
      out.text(6, "x".repeat(random.nextInt(random.nextBoolean() ? 5 : 300)));
    }
    if (random.nextBoolean()) {
      out.list(7, 12, columns);
      for (int c = 0; c < columns; c++) {
        out.begin().struct(random.nextInt(1, 4)).end().end();
      }
    }
    if (random.nextInt(4) == 0) {
      unknown(out, random, 2);
    }
    return out.end().bytes();
  }

  private static void schema(ThriftWriter out, int columns) {
    out.list(2, 12, columns + 1);
    out.begin().text(4, "schema").int32(5, columns).end();
    for (int c = 0; c < columns; c++) {
      out.begin().int32(1, 2).int32(3, 1).text(4, "column" + c).end();
    }
  }

  private static void keyValues(ThriftWriter out, SplittableRandom random) {
    int count = random.nextInt(20);
    out.list(5, 12, count);
    for (int i = 0; i < count; i++) {
      out.begin().text(1, "key" + i).text(2, "v".repeat(random.nextInt(200))).end();
    }
  }

  private static void rowGroup(ThriftWriter out, int columns, SplittableRandom random) {
    out.begin();
    out.list(1, 12, columns);
    for (int c = 0; c < columns; c++) {
      chunk(out, c, random);
    }
    out.int64(2, random.nextLong(1L << 40)).int64(3, random.nextInt(1000));
    if (random.nextInt(4) == 0) {
      out.list(4, 12, 1).begin().int32(1, 0).bool(2, true).bool(3, false).end();
    }
    if (random.nextBoolean()) {
      out.int64(5, random.nextLong(1L << 40)).int64(6, random.nextLong()).field(7, 4).zigzag(3);
    }
    out.end();
  }

  private static void chunk(ThriftWriter out, int column, SplittableRandom random) {
    out.begin().int64(2, 0).struct(3);
    out.int32(1, 2).list(2, 5, 2).zigzag(0).zigzag(3);
    out.list(3, 8, 1).binary(("column" + column).getBytes());
    out.int32(4, 1).int64(5, random.nextInt(1000));
    out.int64(6, random.nextInt(1 << random.nextInt(1, 30)));
    out.int64(7, random.nextInt(1 << random.nextInt(1, 30)));
    out.int64(9, random.nextLong(1L << random.nextInt(1, 60)));
    if (random.nextBoolean()) {
      out.int64(11, 4);
    }
    if (random.nextInt(4) > 0) {
      out.struct(12).binary(1, new byte[8]).binary(2, new byte[8]).int64(3, random.nextInt(9));
      out.binary(5, new byte[random.nextInt(random.nextInt(20) == 0 ? 300 : 9)]);
      out.binary(6, new byte[8]).bool(7, true).bool(8, false).end();
    }
    if (random.nextInt(8) == 0) {
      unknown(out, random, 3);
    }
    out.end();
    if (random.nextInt(8) == 0) {
      out.int64(4, 1).int32(5, 2);
    }
    out.end();
  }

  /// A field of a later version: any type, any depth.
  private static void unknown(ThriftWriter out, SplittableRandom random, int depth) {
    int id = random.nextInt(50, random.nextBoolean() ? 60 : 30_000);
    switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> out.bool(id, random.nextBoolean());
      case 1 -> out.field(id, 3).raw(7);
      case 2 -> out.field(id, 7).raw(1, 2, 3, 4, 5, 6, 7, 8);
      case 3 -> out.field(id, 13).raw(new int[16]);
      case 4 -> out.int64(id, random.nextLong());
      case 5 -> out.list(id, 1, 3).raw(1, 2, 0);
      case 6 -> out.field(id, 11).varint(2).raw(0x85).binary(new byte[1]).zigzag(4).raw(0, 0);
      default -> {
        out.struct(id);
        unknown(out, random, depth - 1);
        out.end();
      }
    }
  }
}
