package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A column of numbers as text, in records of ten cells.
final class CsvNumbers {
  static final int ROWS = 1 << 12;
  static final int WIDTH = 10;
  static final CsvRules RULES = new CsvRules('"', '"', '.', 0, List.of(new byte[0]));

  final String[] strings = new String[ROWS];
  final byte[] text;
  final int[] starts = new int[ROWS * WIDTH];
  final int[] ends = new int[ROWS * WIDTH];
  final CsvCells cells;
  final MemorySegment values = Arena.ofAuto().allocate(16L * ROWS + CsvCells.SLACK, 64);
  final MemorySegment validity = Arena.ofAuto().allocate(ROWS / 8, 64);

  /// @param shape `short` as 29.8, `coordinate` as -73.926528930664063, `random` as
  ///     0.502021189821688 or `scientific` as 1.0344055466757786E24
  CsvNumbers(String shape) {
    SplittableRandom random = new SplittableRandom(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[CsvCells.SLACK]);
    for (int i = 0; i < starts.length; i++) {
      starts[i] = out.size();
      if (i % WIDTH == 0) {
        strings[i / WIDTH] = number(shape, random);
        out.writeBytes(strings[i / WIDTH].getBytes(US_ASCII));
      } else {
        out.write('1');
      }
      ends[i] = out.size();
      out.write(i % WIDTH == WIDTH - 1 ? '\n' : ',');
    }
    out.writeBytes(new byte[CsvCells.SLACK]);
    text = out.toByteArray();
    cells = new CsvCells(offHeap(text), offHeap(starts), offHeap(ends), ROWS, WIDTH);
  }

  private static String number(String shape, SplittableRandom random) {
    return switch (shape) {
      case "short" -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 100);
      case "coordinate" ->
          String.format(Locale.ROOT, "%.15f", (double) (float) (-73 - random.nextDouble()));
      case "random" -> Double.toString(random.nextDouble());
      case "scientific" -> Double.toString(Math.scalb(random.nextDouble(), random.nextInt(200)));
      default -> throw new IllegalArgumentException(shape);
    };
  }

  private static MemorySegment offHeap(byte[] bytes) {
    return Arena.ofAuto().allocate(bytes.length, 64).copyFrom(MemorySegment.ofArray(bytes));
  }

  private static MemorySegment offHeap(int[] ints) {
    return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, ints);
  }
}
