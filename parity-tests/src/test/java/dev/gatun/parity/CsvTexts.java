package dev.gatun.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Ragged;
import java.util.SplittableRandom;

/// Random grammars and texts for them.
final class CsvTexts {
  private static final String[] PARTS = {
    "a",
    "a",
    "1",
    ",",
    ",",
    ",",
    "\"",
    "\"",
    "\"\"",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "'",
    "#",
    " ",
    "\t",
    "\\",
    "\\\"",
    "ä",
    "\0",
    "%",
    "long enough to be a word of its own"
  };

  private CsvTexts() {}

  static Grammar grammar(SplittableRandom random) {
    boolean plain = random.nextBoolean();
    return new Grammar(
        pick(random, plain ? ",,,," : ",,,;\t \0"),
        pick(random, plain ? "\"" : "\"\"\"'\0"),
        pick(random, plain ? "\0" : "\0\0\\"),
        pick(random, plain ? "\0" : "\0\0#"),
        random.nextInt(3) != 0,
        random.nextBoolean(),
        !plain && random.nextInt(3) == 0,
        !plain && random.nextInt(4) == 0,
        random.nextInt(4) == 0,
        Ragged.values()[plain ? 0 : random.nextInt(3)]);
  }

  private static int pick(SplittableRandom random, String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  /// Anything.
  static byte[] wild(SplittableRandom random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString().getBytes(UTF_8);
  }

  /// Records of so many cells, as most files have them, thousands of bytes, with `odds` wild parts
  /// put somewhere.
  static byte[] regular(SplittableRandom random, int width, int odds) {
    String end = new String[] {"\n", "\n", "\r\n", "\r"}[random.nextInt(4)];
    boolean mixed = random.nextInt(8) == 0;
    String delimiter = random.nextInt(4) == 0 ? " " : ",";
    int quoted = random.nextInt(3) == 0 ? 0 : random.nextInt(2, 40);
    int most = random.nextInt(3) == 0 ? 90 : 9;
    StringBuilder text = new StringBuilder();
    int size = random.nextInt(200, 20_000);
    while (text.length() < size) {
      for (int cell = 0; cell < width; cell++) {
        text.append(cell == 0 ? "" : delimiter);
        String value = "abcdefghi".repeat(10).substring(0, random.nextInt(most));
        text.append(
            quoted == 0 || random.nextInt(quoted) != 0
                ? value
                : '"' + value + new String[] {"", ",", "\n", "\"\"", end}[random.nextInt(5)] + '"');
      }
      text.append(mixed && random.nextBoolean() ? "\r\n" : end);
    }
    for (int i = 0; i < odds; i++) {
      int at = random.nextInt(text.length());
      String part = PARTS[random.nextInt(PARTS.length)];
      text.replace(at, at + (random.nextBoolean() ? part.length() : 0), part);
    }
    return text.toString().getBytes(UTF_8);
  }
}
