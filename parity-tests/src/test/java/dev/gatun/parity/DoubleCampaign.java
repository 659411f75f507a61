package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Isa;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// Random literals without end, native against `Double.parseDouble`, on every tier:
/// `DoubleCampaign SEED SECONDS`. Ends with an error at the first difference.
final class DoubleCampaign {
  private static final int ROWS = 4096;
  private static final CsvRules RULES = new CsvRules('"', '"', '.', 0, List.of());

  private final MemorySegment text = Arena.ofAuto().allocate(ROWS * 1200L + 2 * CsvCells.SLACK, 8);
  private final MemorySegment starts = Arena.ofAuto().allocate(4L * ROWS, 8);
  private final MemorySegment ends = Arena.ofAuto().allocate(4L * ROWS, 8);
  private final MemorySegment values = Arena.ofAuto().allocate(8L * ROWS + CsvCells.SLACK, 8);
  private final MemorySegment validity = Arena.ofAuto().allocate(ROWS / 8, 8);
  private final String[] literals = new String[ROWS];
  private final long[] expected = new long[ROWS];

  public static void main(String[] args) {
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[0]));
    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
    DoubleCampaign campaign = new DoubleCampaign();
    long count = 0;
    while (System.nanoTime() < end) {
      campaign.write(random);
      for (String tier : Isa.NAMES) {
        if (Gatun.capIsa(tier).equals(tier)) {
          campaign.check(tier);
        }
      }
      count += ROWS;
    }
    System.out.println(count + " literals as Double.parseDouble has them, on every tier");
  }

  /// Blocks of one shape, as columns are, and mixed ones.
  private void write(SplittableRandom random) {
    int shape = random.nextInt(16);
    int digits = random.nextInt(1, 20);
    int at = CsvCells.SLACK;
    for (int i = 0; i < ROWS; i++) {
      String literal =
          switch (shape) {
            case 0 -> DoubleLiterals.any(random);
            case 1, 2, 3, 4 -> Double.toString(DoubleLiterals.bits(random));
            case 5, 6, 7, 8, 9 ->
                DoubleLiterals.point(DoubleLiterals.digits(digits, random), random);
            default ->
                DoubleLiterals.point(DoubleLiterals.digits(random.nextInt(1, 20), random), random)
                    + "e"
                    + random.nextInt(-40, 40);
          };
      byte[] bytes = literal.getBytes(StandardCharsets.US_ASCII);
      MemorySegment.copy(MemorySegment.ofArray(bytes), 0, text, at, bytes.length);
      starts.setAtIndex(JAVA_INT, i, at);
      at += bytes.length;
      ends.setAtIndex(JAVA_INT, i, at);
      at++;
      literals[i] = literal;
      expected[i] = Double.doubleToRawLongBits(Double.parseDouble(literal));
    }
  }

  private void check(String tier) {
    CsvConverter converter = Kernels.CSV_DOUBLE.on(Engine.NATIVE).open(RULES, false);
    CsvCells cells = new CsvCells(text, starts, ends, ROWS, 1);
    CsvConverter.Outcome outcome = converter.convert(cells, 0, values, validity, null);
    for (int i = 0; i < ROWS; i++) {
      if (values.getAtIndex(JAVA_LONG, i) != expected[i]) {
        throw new AssertionError(tier + ": " + literals[i] + " in row " + i);
      }
    }
    if (outcome.nulls() != 0) {
      throw new AssertionError(tier + ": row " + outcome.firstMisfit());
    }
  }
}
