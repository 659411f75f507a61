package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvInt64ParityTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CsvRules rules(int quote, int grouping, String... nulls) {
    List<byte[]> tokens = Stream.of(nulls).map(CsvInt64ParityTest::bytes).toList();
    return new CsvRules(quote, quote, '.', grouping, tokens);
  }

  private static CsvConverter open(Engine engine, CsvRules rules, boolean canonical) {
    return Kernels.CSV_INT64.on(engine).open(rules, canonical);
  }

  /// Tokens that could be numbers, that could not, and that have more than a word.
  private static final List<CsvRules> RULES =
      List.of(
          rules('"', 0),
          rules('"', 0, ""),
          rules('"', ',', "", "NA", "NULL"),
          rules(0, '.', "", "0", "-1", "NA"),
          rules('\'', '-', "not available", "-9999999999", "1,000", "007"),
          rules('"', '1', "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "12", "13"),
          rules('"', ',', "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "", "-"));

  private static String digits(int n, SplittableRandom random) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < n; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static String number(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> digits(random.nextInt(40), random);
      case 1 -> Long.toString(random.nextLong());
      case 2 -> Long.toString((random.nextBoolean() ? 1L << 63 : ~(1L << 63)) + random.nextInt(3));
      case 3 -> Integer.toString(random.nextInt(-20, 20));
      default -> digits(random.nextInt(1, 17), random);
    };
  }

  private static String grouped(String digits, char grouping) {
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, grouping);
    }
    return grouped.toString();
  }

  private static String odd(CsvRules rules, SplittableRandom random) {
    StringBuilder text = new StringBuilder(number(random));
    switch (random.nextInt(5)) {
      case 0 ->
          text.insert(
              random.nextInt(text.length() + 1), "\0aé-+ .,/:١\"".charAt(random.nextInt(12)));
      case 1 -> text.insert(0, random.nextBoolean() ? "-" : "+");
      case 2 -> text = new StringBuilder(grouped(text.toString(), (char) rules.grouping()));
      case 3 -> {
        List<byte[]> nulls = rules.nulls();
        if (!nulls.isEmpty()) {
          byte[] token = nulls.get(random.nextInt(nulls.size()));
          text = new StringBuilder(new String(token, StandardCharsets.UTF_8));
        }
      }
      default -> text.setLength(random.nextInt(Math.min(3, text.length() + 1)));
    }
    return text.toString();
  }

  /// A cell begins with the quote character only where it ends with one.
  private static byte[] cell(String content, CsvRules rules, boolean quoted) {
    if (rules.quote() == 0) {
      return bytes(content);
    }
    char quote = (char) rules.quote();
    return bytes(quoted ? quote + content + quote : content.replace(quote, '_'));
  }

  private static CellColumn random(CsvRules rules, int rows, SplittableRandom random) {
    int oddOf = random.nextInt(1, 30);
    int quotedOf = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 1000;
    List<byte[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String content = random.nextInt(oddOf) == 0 ? odd(rules, random) : number(random);
      cells.add(cell(content, rules, random.nextInt(quotedOf) == 0));
    }
    int width = random.nextInt(20) == 0 ? 300 : random.nextInt(1, 5);
    return CellColumn.of(cells, width, random.nextInt(width));
  }

  @NeedsNatives
  @Property(tries = 3000)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 200) int rows, @ForAll boolean canonical, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsvRules rules = RULES.get(random.nextInt(RULES.size()));
    random(rules, rows, random).assertParity(engine -> open(engine, rules, canonical), Long.SIZE);
  }

  /// All cells of up to three characters that matter, alone and behind digits.
  @NeedsNatives
  @Example
  void shortCells() {
    char[] alphabet = "019-+.,\"a ".toCharArray();
    List<String> contents = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= 3; length++) {
      for (int end = contents.size(); from < end; from++) {
        for (char c : alphabet) {
          contents.add(contents.get(from) + c);
        }
      }
    }
    for (CsvRules rules : RULES) {
      for (String prefix :
          List.of("", "1", "-2", "+", "12345", "-1234567890123", "922337203685477580")) {
        List<byte[]> cells = new ArrayList<>();
        for (String content : contents) {
          cells.add(cell(prefix + content, rules, false));
          cells.add(cell(prefix + content, rules, true));
        }
        CellColumn column = CellColumn.of(cells, 2, 1);
        column.assertParity(engine -> open(engine, rules, false), Long.SIZE);
        column.assertParity(engine -> open(engine, rules, true), Long.SIZE);
      }
    }
  }

  /// What a cell becomes in the reference: a number, `null` or `misfit`.
  private static String meaning(String cell, CsvRules rules, boolean canonical) {
    Object[] figures =
        CellColumn.of(List.of(bytes(cell)), 1, 0)
            .convert(open(Engine.JAVA, rules, canonical), Long.SIZE);
    if (((byte[]) figures[2])[0] != 0) {
      return "misfit";
    }
    return ((byte[]) figures[1])[0] == 0
        ? "null"
        : Long.toString(
            MemorySegment.ofArray((byte[]) figures[0]).get(ValueLayout.JAVA_LONG_UNALIGNED, 0));
  }

  @Example
  void literals() {
    String[][] literals = {
      {"0", "0"},
      {"-0", "0"},
      {"7", "7"},
      {"-1", "-1"},
      {"+1", "1"},
      {"007", "7"},
      {"\"43\"", "43"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"123456789012345678", "123456789012345678"},
      {"-99999999", "-99999999"},
      {"00000000000000000000000001", "1"},
      {"1,000", "1000"},
      {"-12,345,678", "-12345678"},
      {"0,001", "1"},
      {"\"1,000\"", "1000"},
      {"9,223,372,036,854,775,807", "9223372036854775807"},
      {"NA", "null"},
      {"\"NA\"", "null"},
      {"", "null"},
      {"\"\"", "null"},
    };
    CsvRules rules = rules('"', ',', "", "NA");
    for (String[] literal : literals) {
      assertEquals(literal[1], meaning(literal[0], rules, false), literal[0]);
    }
    String misfits =
        "9223372036854775808 -9223372036854775809 1.0 1e3 0x10 --1 - + +-1 12a ١٢ 1,00 1,0000 ,100 "
            + "1,,000 1000,000 1,000, 99999999999999999999 9,223,372,036,854,775,808 NAN na 1\0";
    for (String misfit : misfits.split(" ")) {
      assertEquals("misfit", meaning(misfit, rules, false), misfit);
    }
    for (String misfit : "1,000 -0 +1 007 00 -01 --1".split(" ")) {
      assertEquals("misfit", meaning(misfit, rules, true), misfit);
    }
    for (String canonical : "0 1 -1 10 -9223372036854775808".split(" ")) {
      assertEquals(canonical, meaning(canonical, rules, true));
    }
    assertEquals("misfit", meaning("1,000", rules('"', 0), false));
    assertEquals("misfit", meaning("", rules('"', 0), false));
    assertEquals("null", meaning("-1", rules('"', 0, "-1"), false));
  }
}
