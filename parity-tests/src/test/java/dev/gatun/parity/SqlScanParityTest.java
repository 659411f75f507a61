package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Lines;
import dev.gatun.internal.kernel.SqlScan.Open;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SqlScanParityTest {
  private static final List<String> PARTS =
      List.of(
          "'",
          "'",
          "\"",
          "`",
          "[",
          "]",
          "--",
          "-",
          "/*",
          "*/",
          "*",
          "/",
          "$",
          "$$",
          "$a$",
          "a",
          "E'",
          " ",
          "\n",
          "\r\n",
          "\r",
          "\\",
          ";",
          "#",
          "!",
          "/*!",
          "\\.",
          "\n\\.\n",
          "é",
          "1",
          "_",
          "copy t from stdin;\n",
          "\\copy",
          " FROM  stdin",
          "' \n '",
          "\f");

  /// Java, and every tier of this machine.
  private static final List<Setup> SETUPS =
      Stream.concat(Stream.of(Setup.JAVA), Setup.natives().stream().filter(s -> s.threads() == 1))
          .toList();

  private record End(Open open, long begin, int depth, long firstLong, long lastCode) {}

  private static End scan(Setup setup, MemorySegment text, long from, long to, int rules) {
    return setup.run(
        _ -> {
          SqlScan.Scanner scanner = Kernels.SQL_SCAN.on(setup.engine()).open(rules);
          Open open = scanner.scan(text, from, to);
          return new End(
              open, scanner.begin(), scanner.depth(), scanner.firstLong(), scanner.lastCode());
        });
  }

  private static Lines lines(Setup setup, MemorySegment text, long from, long to) {
    return setup.run(_ -> Kernels.SQL_SCAN.on(setup.engine()).lines(text, from, to));
  }

  /// The bytes at a place in memory, with others around them that would mean something.
  private static MemorySegment place(byte[] bytes, int from) {
    MemorySegment text = Arena.ofAuto().allocate(from + bytes.length + (long) Slack.BYTES, 1);
    text.fill((byte) '\'');
    MemorySegment.copy(bytes, 0, text, JAVA_BYTE, from, bytes.length);
    return text;
  }

  private static void assertAll(byte[] bytes, int from, int rules) {
    MemorySegment text = place(bytes, from);
    long to = from + (long) bytes.length;
    End wanted = scan(Setup.JAVA, text, from, to, rules);
    Lines wantedLines = lines(Setup.JAVA, text, from, to);
    for (Setup setup : SETUPS) {
      String what = setup + ", rules " + rules + ": " + new String(bytes, StandardCharsets.UTF_8);
      assertEquals(wanted, scan(setup, text, from, to, rules), what);
      assertEquals(wantedLines, lines(setup, text, from, to), what);
    }
  }

  private static byte[] text(int length, SplittableRandom random) {
    int fill = List.of(0, 1, 5, 80).get(random.nextInt(4));
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
      for (int i = random.nextInt(fill + 1); i > 0; i--) {
        text.append(random.nextInt(9) == 0 ? ' ' : 'x');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 2000)
  void anyTextUnderAnyRules(
      @ForAll @IntRange(max = 400) int length,
      @ForAll @IntRange(max = 70) int from,
      @ForAll @IntRange(max = SqlScan.ALL_RULES) int rules,
      @ForAll long seed) {
    assertAll(text(length, new SplittableRandom(seed)), from, rules);
  }

  @Property(tries = 1000)
  void anyBytes(@ForAll byte[] bytes, @ForAll @IntRange(max = SqlScan.ALL_RULES) int rules) {
    assertAll(bytes, 3, rules);
  }

  /// Each thing, and each beginning of it, across the borders of blocks.
  @Example
  void everythingAcrossBorders() {
    for (String thing :
        List.of(
            "/* a /* b */ */ '",
            "'it''s' 'a\n'",
            "e'\\'' '",
            "$ab$ $ab $ab$ \"",
            "\"a\"\"b\" `a``b` [a]] ",
            "-- x\r\n# y\n--z '",
            "/*!1 '*/' */ /*M!2",
            "copy t from stdin;\n'\n\\.\n'",
            "\\copy t from stdin\n'\n\\.\n$$",
            "\\echo '\n\\; '")) {
      byte[] whole = thing.getBytes(StandardCharsets.UTF_8);
      for (int size = 0; size <= whole.length; size++) {
        for (int before : new int[] {0, 1, 29, 30, 31, 32, 33, 60, 61, 62, 63, 64, 65, 126}) {
          byte[] bytes = new byte[before + size];
          Arrays.fill(bytes, 0, before, (byte) ' ');
          System.arraycopy(whole, 0, bytes, before, size);
          assertAll(bytes, 0, SqlScan.ALL_RULES);
          assertAll(bytes, 0, SqlScan.ALL_RULES & ~SqlScan.BACKSLASHES);
        }
      }
    }
  }

  @Example
  void rangesAndRulesAreChecked() {
    MemorySegment text = place(new byte[100], 0);
    for (Setup setup : Setup.engines()) {
      SqlScan kernel = Kernels.SQL_SCAN.on(setup.engine());
      SqlScan.Scanner scanner = kernel.open(0);
      for (long[] range : new long[][] {{0, 101}, {-1, 5}, {6, 5}, {0, Long.MAX_VALUE}}) {
        assertThrows(IndexOutOfBoundsException.class, () -> scanner.scan(text, range[0], range[1]));
        assertThrows(IndexOutOfBoundsException.class, () -> kernel.lines(text, range[0], range[1]));
      }
      assertEquals(Open.NOTHING, scanner.scan(text, 100, 100));
      assertEquals(new Lines(0, 0), kernel.lines(text, 7, 7));
      for (int rules : new int[] {SqlScan.ALL_RULES + 1, -1}) {
        assertThrows(IllegalArgumentException.class, () -> kernel.open(rules), setup::toString);
      }
    }
  }
}
