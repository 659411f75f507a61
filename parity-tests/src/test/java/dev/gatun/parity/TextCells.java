package dev.gatun.parity;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Text cells as a file has them, for certain rules, and the values they stand for.
final class TextCells {
  private static final List<String> PIECES =
      List.of(
          "a", "7", " ", "\n", ",", "\"", "\"\"", "'", "\\", "\\\\", "é", "東", "😀", "NA", "word ");

  private final CsvRules rules;
  private final SplittableRandom random;
  private final int most;
  private final int quotedPercent;
  private final int oddPercent;

  /// What cells are like is chosen at random: how many are quoted, how long, how many quotes
  /// inside.
  TextCells(CsvRules rules, SplittableRandom random) {
    this.rules = rules;
    this.random = random;
    this.most = pick(1, 3, 15, 40, 300);
    this.quotedPercent = rules.quote() == 0 ? 0 : pick(0, 0, 2, 50, 100);
    this.oddPercent = pick(0, 3, 50);
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// One cell.
  ///
  /// @param value what it stands for
  record Cell(byte[] raw, byte[] value, boolean quoted) {}

  /// A random one.
  Cell next() {
    boolean quoted = random.nextInt(100) < quotedPercent;
    if (!rules.nulls().isEmpty() && random.nextInt(5) == 0) {
      return cell(rules.nulls().get(random.nextInt(rules.nulls().size())).clone(), quoted);
    }
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(most + 1);
    while (text.length() < length) {
      boolean odd = random.nextInt(100) < oddPercent;
      text.append(odd ? PIECES.get(random.nextInt(PIECES.size())) : "x");
    }
    return cell(text.toString().getBytes(StandardCharsets.UTF_8), quoted);
  }

  private Cell cell(byte[] value, boolean quoted) {
    if (!quoted && value.length > 0 && value[0] == rules.quote() && rules.quote() != 0) {
      value[0] = 'x';
    }
    return quoted ? new Cell(quote(value), value, true) : new Cell(value, value, false);
  }

  private byte[] quote(byte[] value) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.write(rules.quote());
    for (int i = 0; i < value.length; i++) {
      boolean harmless =
          value[i] == rules.escape()
              && value[i] != rules.quote()
              && i + 1 < value.length
              && value[i + 1] != rules.quote()
              && value[i + 1] != rules.escape()
              && random.nextBoolean();
      if (!harmless && (value[i] == rules.quote() || value[i] == rules.escape())) {
        raw.write(rules.escape());
      }
      raw.write(value[i]);
    }
    raw.write(rules.quote());
    return raw.toByteArray();
  }

  /// Records of `width` cells: in `column` these, `other` in the other columns.
  static CsvCells records(List<Cell> cells, int width, int column, byte[] other, int around) {
    int rows = cells.size();
    int[] starts = new int[rows * width];
    int[] ends = new int[rows * width];
    byte[] slack = new byte[CsvCells.SLACK];
    Arrays.fill(slack, (byte) around);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(slack);
    for (int i = 0; i < rows * width; i++) {
      starts[i] = text.size();
      text.writeBytes(i % width == column ? cells.get(i / width).raw() : other);
      ends[i] = text.size();
      if (i < rows * width - 1) {
        text.write(i % width == width - 1 ? '\n' : ',');
      }
    }
    text.writeBytes(slack);
    return new CsvCells(
        OffHeap.copy(MemorySegment.ofArray(text.toByteArray())),
        ints(starts),
        ints(ends),
        rows,
        width);
  }

  private static MemorySegment ints(int[] values) {
    return Arena.ofAuto()
        .allocate((long) values.length * Integer.BYTES, Integer.BYTES)
        .copyFrom(MemorySegment.ofArray(values));
  }
}
