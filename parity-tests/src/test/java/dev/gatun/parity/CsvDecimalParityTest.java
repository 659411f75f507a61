package dev.gatun.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.support.NeedsNatives;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvDecimalParityTest {
  private static final int BITS = 128;

  private static final List<CsvRules> RULES =
      List.of(
          rules('.', 0),
          rules('.', ',', "", "NA"),
          rules(',', '.', "0", "-9,99", "1e2", ""),
          rules('.', 0, "1", "2", "3", "4", "5", "6", "7"));

  private static CsvRules rules(int decimal, int grouping, String... nulls) {
    List<byte[]> tokens = Stream.of(nulls).map(token -> token.getBytes(UTF_8)).toList();
    return new CsvRules('"', '"', decimal, grouping, tokens);
  }

  private static CsvConverter open(Engine engine, CsvRules rules, int precision, int scale) {
    return Kernels.CSV_DECIMAL.on(engine).open(rules, precision, scale);
  }

  /// A number that fits, or nearly, or one of any shape.
  private static String content(CsvRules rules, int precision, int scale, SplittableRandom random) {
    String text;
    switch (random.nextInt(8)) {
      case 0 -> text = DoubleLiterals.any(random);
      case 1 -> text = new String[] {"", "NA", "nan", "-", "1.2.3", "1e", "x"}[random.nextInt(7)];
      case 2 -> text = "0".repeat(random.nextInt(40)) + "." + "0".repeat(random.nextInt(40));
      default -> {
        int digits = random.nextInt(1, Math.min(40, precision + 2) + 1);
        BigInteger unscaled = new BigInteger(DoubleLiterals.digits(digits, random));
        BigDecimal value = new BigDecimal(unscaled, random.nextInt(scale + 2));
        value = random.nextBoolean() ? value : value.negate();
        text = random.nextInt(5) == 0 ? value.toString() : value.toPlainString();
        text += text.contains(".") && !text.contains("E") ? "0".repeat(random.nextInt(3)) : "";
        text += random.nextInt(20) == 0 && !text.contains("E") ? "e" + random.nextInt(-40, 40) : "";
      }
    }
    if (random.nextInt(20) == 0) {
      text = new StringBuilder(text).insert(random.nextInt(text.length() + 1), ",").toString();
    }
    text = text.replace('.', (char) rules.decimal());
    return random.nextInt(20) == 0 ? '"' + text + '"' : text;
  }

  @NeedsNatives
  @Property(tries = 2000)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(min = 1, max = 38) int precision,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsvRules rules = RULES.get(random.nextInt(RULES.size()));
    int scale = random.nextInt(precision + 1);
    List<byte[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      cells.add(content(rules, precision, scale, random).getBytes(UTF_8));
    }
    int width = random.nextInt(1, 5);
    CellColumn.of(cells, width, random.nextInt(width))
        .assertParity(engine -> open(engine, rules, precision, scale), BITS);
  }

  /// All cells of up to four characters that matter.
  @NeedsNatives
  @Example
  void shortCells() {
    List<String> contents = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= 4; length++) {
      for (int end = contents.size(); from < end; from++) {
        for (char c : "01.-+e,".toCharArray()) {
          contents.add(contents.get(from) + c);
        }
      }
    }
    List<byte[]> cells = contents.stream().map(content -> content.getBytes(UTF_8)).toList();
    for (CsvRules rules : RULES) {
      for (int[] type : new int[][] {{1, 0}, {3, 2}, {2, 2}, {18, 4}, {38, 38}}) {
        CellColumn.of(cells, 2, 1)
            .assertParity(engine -> open(engine, rules, type[0], type[1]), BITS);
      }
    }
  }

  /// What a cell becomes: a number, `null` or `misfit`.
  private static String meaning(Engine engine, String cell, CsvRules rules, int p, int s) {
    Object[] figures =
        CellColumn.of(List.of(cell.getBytes(UTF_8)), 1, 0).convert(open(engine, rules, p, s), BITS);
    if (((byte[]) figures[2])[0] != 0) {
      return "misfit";
    }
    if (((byte[]) figures[1])[0] == 0) {
      return "null";
    }
    byte[] little = (byte[]) figures[0];
    byte[] big = new byte[little.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = little[big.length - 1 - i];
    }
    return new BigInteger(big).toString();
  }

  private static void assertMeanings(CsvRules rules, int precision, int scale, String pairs) {
    String[] all = pairs.split(" ");
    for (int i = 0; i < all.length; i += 2) {
      for (Engine engine : CsvEngines.all()) {
        assertEquals(all[i + 1], meaning(engine, all[i], rules, precision, scale), all[i]);
      }
    }
  }

  @Example
  void literals() {
    CsvRules rules = rules('.', ',', "NA");
    assertMeanings(
        rules,
        5,
        2,
        "0 0 1 100 -1.5 -150 1.50 150 1.500 150 1.501 misfit 999.99 99999 1000 misfit 1e2 10000"
            + " 1e3 misfit 1.5e-1 15 15e-3 misfit 150e-3 15 1,234.5 misfit 0,999.5 99950 NA null"
            + " nan misfit inf misfit .01 1 5. 500 -.001 misfit -0 0 0e99999999999999999999 0"
            + " 1e99999999999999999999 misfit 1e-99999999999999999999 misfit"
            + " 00000000000000000000000000000000000000000000000000000000000000000123 12300");
    assertMeanings(
        rules,
        38,
        0,
        "99999999999999999999999999999999999999 99999999999999999999999999999999999999"
            + " -99999999999999999999999999999999999999 -99999999999999999999999999999999999999"
            + " 100000000000000000000000000000000000000 misfit"
            + " 12345678901234567890123456789012345678.000 12345678901234567890123456789012345678");
    assertMeanings(rules, 38, 38, "1 misfit 0.00000000000000000000000000000000000001 1");
  }

  @NeedsNatives
  @Example
  void typesAreChecked() {
    CellColumn column = CellColumn.of(List.of(new byte[] {'1'}), 1, 0);
    for (int[] type : new int[][] {{0, 0}, {39, 0}, {5, 6}, {5, -1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> column.convert(open(Engine.NATIVE, RULES.getFirst(), type[0], type[1]), BITS));
    }
  }
}
