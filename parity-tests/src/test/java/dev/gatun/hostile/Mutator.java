package dev.gatun.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages Parquet files. What comes out follows from the seeds and the random numbers alone.
final class Mutator {
  /// Of a Parquet file's end: length of the footer and magic number.
  private static final int TAIL = 8;

  private static final byte[] ODD_BYTES = {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF};
  private static final int MOST_BYTES = 40;

  private final List<byte[]> files;
  private final RandomGenerator random;

  Mutator(List<byte[]> files, RandomGenerator random) {
    this.files = files;
    this.random = random;
  }

  /// One of the files with one fault, or a few.
  byte[] next() {
    byte[] bytes = files.get(random.nextInt(files.size())).clone();
    int faults = random.nextBoolean() ? 1 : 1 + random.nextInt(4);
    for (int i = 0; i < faults && bytes.length > TAIL; i++) {
      bytes = damage(bytes);
    }
    return bytes;
  }

  private byte[] damage(byte[] bytes) {
    int footer = footerStart(bytes);
    int tail = bytes.length - TAIL;
    return switch (random.nextInt(12)) {
      // In the pages, where every offset of the footer still holds.
      case 0, 1, 2 -> overwrite(bytes, 0, footer);
      case 3 -> overwrite(bytes, 0, Math.min(footer, 64));
      case 4 -> splice(bytes, footer);
      // In the footer, which keeps its place in the file.
      case 5, 6, 7 -> overwrite(bytes, footer, tail);
      case 8 -> resized(bytes, footer, tail);
      case 9 -> nudge(bytes, footer, tail);
      // Anywhere.
      case 10 -> random.nextBoolean() ? truncated(bytes) : overwrite(bytes, 0, bytes.length);
      default -> resized(bytes, 0, footer);
    };
  }

  /// Where the footer begins as the file has it, or some place when it has none.
  private static int footerStart(byte[] bytes) {
    int end = bytes.length - TAIL;
    int length = 0;
    for (int i = 3; i >= 0; i--) {
      length = length << 8 | bytes[end + i] & 0xFF;
    }
    return length >= 0 && length <= end ? end - length : end / 2;
  }

  private byte[] overwrite(byte[] bytes, int from, int to) {
    if (from < to) {
      int at = random.nextInt(from, to);
      int count = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1;
      for (int i = at; i < Math.min(to, at + count); i++) {
        bytes[i] =
            switch (random.nextInt(3)) {
              case 0 -> (byte) (bytes[i] ^ 1 << random.nextInt(8));
              case 1 -> ODD_BYTES[random.nextInt(ODD_BYTES.length)];
              default -> (byte) random.nextInt(256);
            };
      }
    }
    return bytes;
  }

  /// Numbers off by one, two or sixty-four: zigzag varints are signed in their lowest bit.
  private byte[] nudge(byte[] bytes, int from, int to) {
    if (from < to) {
      int at = random.nextInt(from, to);
      int[] steps = {-2, -1, 1, 2, 64};
      bytes[at] += (byte) steps[random.nextInt(steps.length)];
    }
    return bytes;
  }

  /// A range of this or another file over a range of this one.
  private byte[] splice(byte[] bytes, int end) {
    byte[] source = random.nextBoolean() ? bytes.clone() : files.get(random.nextInt(files.size()));
    if (end > 0 && source.length > 0) {
      int from = random.nextInt(source.length);
      int to = random.nextInt(end);
      int most = Math.min(source.length - from, end - to);
      System.arraycopy(source, from, bytes, to, random.nextInt(1 + Math.min(most, 4096)));
    }
    return bytes;
  }

  /// A range cut out or put in; the tail says the footer's new length when it is in the footer.
  private byte[] resized(byte[] bytes, int from, int to) {
    if (from >= to) {
      return bytes;
    }
    int at = random.nextInt(from, to);
    int count = 1 + random.nextInt(MOST_BYTES);
    boolean cut = random.nextBoolean();
    int rest = cut ? Math.min(to, at + count) : at;
    byte[] inserted = new byte[cut ? 0 : count];
    random.nextBytes(inserted);
    byte[] resized = new byte[at + inserted.length + bytes.length - rest];
    System.arraycopy(bytes, 0, resized, 0, at);
    System.arraycopy(inserted, 0, resized, at, inserted.length);
    System.arraycopy(bytes, rest, resized, at + inserted.length, bytes.length - rest);
    if (from > 0) {
      setFooterLength(resized, resized.length - TAIL - from);
    }
    return resized;
  }

  private static void setFooterLength(byte[] bytes, int length) {
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - TAIL + i] = (byte) (length >> 8 * i);
    }
  }

  private byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }
}
