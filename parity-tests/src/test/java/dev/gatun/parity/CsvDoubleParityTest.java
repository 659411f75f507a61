package dev.gatun.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvDoubleParityTest {
  /// Tokens that could be numbers, that could not, and many.
  private static final List<CsvRules> RULES =
      List.of(
          rules('"', '.', 0),
          rules('"', '.', 0, ""),
          rules('"', '.', ',', "", "NA", "NULL"),
          rules('"', ',', '.', "", "0", "-999", "nan"),
          rules(0, '.', ' ', "-1", "0.5", "1e5", "not available", "-0", "-"),
          rules('\'', ',', 0, "inf", "1", "2", "3", "4", "5", "6", "7,5", ""));

  private static CsvRules rules(int quote, int decimal, int grouping, String... nulls) {
    List<byte[]> tokens = Stream.of(nulls).map(token -> token.getBytes(UTF_8)).toList();
    return new CsvRules(quote, quote, decimal, grouping, tokens);
  }

  private static CsvConverter open(Engine engine, CsvRules rules, boolean exactIntegers) {
    return Kernels.CSV_DOUBLE.on(engine).open(rules, exactIntegers);
  }

  private static void assertParity(List<byte[]> cells, int width, int index, CsvRules rules) {
    CellColumn column = CellColumn.of(cells, width, index);
    column.assertParity(engine -> open(engine, rules, false), Double.SIZE);
    column.assertParity(engine -> open(engine, rules, true), Double.SIZE);
  }

  /// A number written by the rules, with groups now and then, or next to one.
  private static String content(CsvRules rules, int oddOf, SplittableRandom random) {
    String number = DoubleLiterals.any(random).replace('.', (char) rules.decimal());
    return random.nextInt(oddOf) == 0 ? odd(number, rules, random) : number;
  }

  private static String odd(String number, CsvRules rules, SplittableRandom random) {
    StringBuilder text = new StringBuilder(number);
    switch (random.nextInt(6)) {
      case 0 ->
          text.insert(
              random.nextInt(text.length() + 1), "\0aé-+ .,/:eE\"١".charAt(random.nextInt(14)));
      case 1 -> text.insert(0, random.nextBoolean() ? "-" : "+");
      case 2 -> {
        int from = text.indexOf(String.valueOf((char) rules.decimal()));
        for (int at = (from < 0 ? text.length() : from) - 3; at > 0; at -= 3) {
          text.insert(at, (char) rules.grouping());
        }
      }
      case 3 -> {
        List<byte[]> nulls = rules.nulls();
        if (!nulls.isEmpty()) {
          text = new StringBuilder(new String(nulls.get(random.nextInt(nulls.size())), UTF_8));
        }
      }
      case 4 -> {
        String[] words = {"inf", "-Infinity", "+INF", "NaN", "-nan", "infinit", "nano", "in", "+"};
        text = new StringBuilder(words[random.nextInt(words.length)]);
      }
      default -> text.setLength(random.nextInt(Math.min(3, text.length() + 1)));
    }
    return text.toString();
  }

  /// A cell begins with the quote character only where it ends with one.
  private static byte[] cell(String content, CsvRules rules, boolean quoted) {
    if (rules.quote() == 0) {
      return content.getBytes(UTF_8);
    }
    char quote = (char) rules.quote();
    return (quoted ? quote + content + quote : content.replace(quote, '_')).getBytes(UTF_8);
  }

  @NeedsNatives
  @Property(tries = 2000)
  void nativeEqualsJava(@ForAll @IntRange(max = 200) int rows, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsvRules rules = RULES.get(random.nextInt(RULES.size()));
    int oddOf = random.nextInt(1, 60);
    int quotedOf = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 1000;
    List<byte[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String content = content(rules, oddOf, random);
      cells.add(cell(content, rules, random.nextInt(quotedOf) == 0));
    }
    int width = random.nextInt(20) == 0 ? random.nextInt(1, 1000) : random.nextInt(1, 5);
    assertParity(cells, width, random.nextInt(width), rules);
  }

  /// All cells of up to four characters that matter, alone and behind others.
  @NeedsNatives
  @Example
  void shortCells() {
    char[] alphabet = "01.-+e,".toCharArray();
    List<String> contents = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= 4; length++) {
      for (int end = contents.size(); from < end; from++) {
        for (char c : alphabet) {
          contents.add(contents.get(from) + c);
        }
      }
    }
    for (CsvRules rules : RULES) {
      for (String prefix : List.of("", "12345", "-12.4567890123", "98765432109876543", "1e-3")) {
        List<byte[]> cells = new ArrayList<>();
        for (String content : contents) {
          cells.add(cell(prefix + content, rules, content.hashCode() % 5 == 0));
        }
        assertParity(cells, 2, 1, rules);
      }
    }
  }

  /// What a cell becomes: a number, `null` or `misfit`.
  private static String meaning(Engine engine, String cell, CsvRules rules, boolean exact) {
    Object[] figures =
        CellColumn.of(List.of(cell.getBytes(UTF_8)), 1, 0)
            .convert(open(engine, rules, exact), Double.SIZE);
    if (((byte[]) figures[2])[0] != 0) {
      return "misfit";
    }
    return ((byte[]) figures[1])[0] == 0
        ? "null"
        : Double.toString(
            MemorySegment.ofArray((byte[]) figures[0]).get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 0));
  }

  private static void assertMeanings(CsvRules rules, boolean exact, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      for (Engine engine : CsvEngines.all()) {
        assertEquals(pairs[i + 1], meaning(engine, pairs[i], rules, exact), pairs[i]);
      }
    }
  }

  @Example
  void literals() {
    assertMeanings(
        rules('"', '.', ',', "", "NA", "-999"),
        true,
        ("0 0.0 -0 -0.0 +1 1.0 .5 0.5 5. 5.0 1e5 100000.0 1E+05 100000.0 -2.5e-3 -0.0025 \"4.25\""
                + " 4.25 1,234.5 1234.5 \"1,234,567\" 1234567.0 1,234e2 123400.0 NA null \"\" null"
                + " -999 null \"-999\" null -999.0 -999.0 inf Infinity -INFINITY -Infinity"
                + " nan NaN -NaN NaN 1e400 Infinity -1e400 -Infinity 1e-400 0.0 -1e-400 -0.0"
                + " 1e99999999999999999999 Infinity 1e-99999999999999999999 0.0"
                + " 0e99999999999999999999 0.0 9223372036854775807 9.223372036854775807E18"
                + " 9223372036854775808 misfit -9223372036854775808 -9.223372036854775808E18"
                + " -9223372036854775809 misfit 9223372036854775808. 9.223372036854775808E18"
                + " 9,223,372,036,854,775,808 misfit 000000000000000000000000000000 0.0"
                + " 000000000000000000000000000012 12.0 100000000000000000000 misfit"
                + " 100000000000000000000e0 1.0E20 . misfit - misfit + misfit +- misfit e5 misfit"
                + " 1e misfit 1e+ misfit 1.2.3 misfit 1,00 misfit 1234,567 misfit ,123 misfit"
                + " 1,,234 misfit 1.0,000 misfit 1e1,000 misfit 0x1p3 misfit 1f misfit 1d misfit"
                + " infin misfit nans misfit 1e5.0 misfit --1 misfit ١ misfit")
            .replace("9.223372036854775807E18", "9.223372036854776E18")
            .replace("9.223372036854775808E18", "9.223372036854776E18")
            .split(" "));
    assertMeanings(
        rules('"', ',', 0),
        false,
        ("1,5 1.5 1.5 misfit 99999999999999999999 1.0E20 ,5 0.5 5, 5.0").split(" "));
    assertMeanings(rules('"', '.', 0), false, "", "misfit", "1,000", "misfit", " 1", "misfit");
  }
}
