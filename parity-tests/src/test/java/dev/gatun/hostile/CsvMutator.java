package dev.gatun.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages CSV texts. What comes out follows from the seeds and the random numbers alone.
final class CsvMutator {
  private static final String[] ODD = {
    "\"",
    "\"\"",
    "\"\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "'",
    "\\",
    "#",
    "\0",
    " ",
    "é",
    "\ufeff",
    "-",
    "+",
    ".",
    "e",
    "9",
    "99999999999999999999",
    "true",
    "2021-02-29",
    "NaN",
    "Z"
  };
  private static final byte[] ODD_BYTES = {(byte) 0x80, (byte) 0xC0, (byte) 0xED, (byte) 0xFF};
  private static final int MOST_BYTES = 80;

  private final List<byte[]> texts;
  private final RandomGenerator random;

  CsvMutator(List<byte[]> texts, RandomGenerator random) {
    this.texts = texts;
    this.random = random;
  }

  /// One of the texts with one fault, or a few.
  byte[] next() {
    byte[] bytes = texts.get(random.nextInt(texts.size())).clone();
    int faults = random.nextBoolean() ? 1 : 1 + random.nextInt(6);
    for (int i = 0; i < faults && bytes.length > 0; i++) {
      bytes = damage(bytes);
    }
    return bytes;
  }

  private byte[] damage(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(MOST_BYTES));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> replaced(bytes, at, at, odd());
      case 3 -> replaced(bytes, at, Math.min(bytes.length, at + 1), odd());
      case 4 -> replaced(bytes, at, end, new byte[0]);
      case 5 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 6 -> replaced(bytes, at, end, other());
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
    };
  }

  private byte[] odd() {
    return random.nextInt(12) == 0
        ? new byte[] {ODD_BYTES[random.nextInt(ODD_BYTES.length)]}
        : ODD[random.nextInt(ODD.length)].getBytes(StandardCharsets.UTF_8);
  }

  /// A piece of another text.
  private byte[] other() {
    byte[] text = texts.get(random.nextInt(texts.size()));
    int at = random.nextInt(text.length + 1);
    return Arrays.copyOfRange(text, at, Math.min(text.length, at + MOST_BYTES));
  }

  private byte[] flipped(byte[] bytes, int at) {
    if (at < bytes.length) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}
