package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsvBoolParityTest {
  /// Tokens of all lists, and how cells are quoted.
  private record Dialect(int quote, List<byte[]> nulls, List<byte[]> yes, List<byte[]> no) {
    static Dialect of(int quote, String nulls, String yes, String no) {
      return new Dialect(quote, tokens(nulls), tokens(yes), tokens(no));
    }

    CsvConverter open(Engine engine) {
      CsvRules rules = new CsvRules(quote, quote, '.', 0, nulls);
      return Kernels.CSV_BOOL.on(engine).open(rules, yes, no);
    }

    List<byte[]> all() {
      return Stream.of(nulls, yes, no).flatMap(List::stream).toList();
    }
  }

  /// Split at commas; nothing at all for "".
  private static List<byte[]> tokens(String list) {
    return list.isEmpty()
        ? List.of()
        : Stream.of(list.split(",", -1)).map(CsvBoolParityTest::bytes).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final String MANY = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t";

  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.of('"', ",", "true,True,TRUE", "false,False,FALSE"),
          Dialect.of('"', "", "1,t,yes", "0,f,no"),
          Dialect.of(0, ",NA,NULL", "\"true\",vrai,8 bytes!", "\"false\",faux,a\0,a"),
          Dialect.of('\'', "unknown,not known", "certainly,ja,doch", "certainly not,nein,ja"),
          Dialect.of('"', MANY, "b,t,u,yes", "u,a,v,no"),
          Dialect.of('"', "x", MANY, "t,s,r,0"),
          Dialect.of('"', "", "", ""));

  private static byte[] quoted(byte[] token, int quote) {
    char mark = (char) quote;
    return bytes(mark + new String(token, StandardCharsets.UTF_8) + mark);
  }

  /// One of the tokens, as it is or changed a little.
  private static byte[] cell(Dialect dialect, int oddOf, int quotedOf, SplittableRandom random) {
    List<byte[]> tokens = dialect.all();
    byte[] token = tokens.isEmpty() ? bytes("true") : tokens.get(random.nextInt(tokens.size()));
    if (random.nextInt(oddOf) == 0) {
      StringBuilder text = new StringBuilder(new String(token, StandardCharsets.UTF_8));
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(random.nextInt(text.length() + 1));
        case 1 ->
            text.insert(random.nextInt(text.length() + 1), "\0te é".charAt(random.nextInt(5)));
        case 2 -> text.append("\0".repeat(random.nextInt(1, 9)));
        default -> text.append("elephants".substring(random.nextInt(9)));
      }
      token = bytes(text.toString());
    }
    boolean begins = dialect.quote != 0 && token.length > 0 && token[0] == dialect.quote;
    boolean quotes = dialect.quote != 0 && random.nextInt(quotedOf) == 0;
    return begins || quotes ? quoted(token, dialect.quote) : token;
  }

  @NeedsNatives
  @Property(tries = 3000)
  void nativeEqualsJava(@ForAll @IntRange(max = 200) int rows, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Dialect dialect = DIALECTS.get(random.nextInt(DIALECTS.size()));
    int oddOf = random.nextInt(1, 40);
    int quotedOf = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 1000;
    List<byte[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      cells.add(cell(dialect, oddOf, quotedOf, random));
    }
    int width = random.nextInt(20) == 0 ? 300 : random.nextInt(1, 5);
    CellColumn.of(cells, width, random.nextInt(width)).assertParity(dialect::open, 1);
  }

  /// One letter a cell: 1, 0, null, misfit.
  private static String meanings(Dialect dialect, String cells) {
    List<byte[]> column = tokens(cells);
    Object[] figures = CellColumn.of(column, 1, 0).convert(dialect.open(Engine.JAVA), 1);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < column.size(); i++) {
      boolean misfit = bit(figures[2], i);
      boolean valid = bit(figures[1], i);
      letters.append(misfit ? 'm' : !valid ? 'n' : bit(figures[0], i) ? '1' : '0');
    }
    return letters.toString();
  }

  private static boolean bit(Object bitmap, int index) {
    return (((byte[]) bitmap)[index / 8] >> index % 8 & 1) != 0;
  }

  @Example
  void literals() {
    Dialect usual = DIALECTS.get(0);
    assertEquals("1010", meanings(usual, "true,false,TRUE,False"));
    assertEquals("mmmmm", meanings(usual, "tru,yess,2,truefalse,true\0"));
    assertEquals("10nn", meanings(usual, "\"true\",\"FALSE\",,\"\""));
    assertEquals("nn11m", meanings(DIALECTS.get(3), "unknown,not known,ja,certainly,certainl"));
    assertEquals("0", meanings(DIALECTS.get(3), "certainly not"));
  }

  @Example
  void longTokensAreRefused() {
    List<byte[]> longest = List.of(new byte[255]);
    List<byte[]> longer = List.of(new byte[256]);
    CsvRules rules = new CsvRules('"', '"', '.', 0, List.of());
    for (Setup setup : Setup.engines()) {
      var kernel = Kernels.CSV_BOOL.on(setup.engine());
      kernel.open(rules, longest, longest);
      assertThrows(IllegalArgumentException.class, () -> kernel.open(rules, longer, List.of()));
      assertThrows(IllegalArgumentException.class, () -> kernel.open(rules, List.of(), longer));
    }
  }
}
