package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import dev.gatun.internal.kernel.CsvString.Nulls;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import java.io.ByteArrayOutputStream;
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

class CsvStringParityTest {
  private static final List<String> TOKENS =
      List.of("", "NA", "N", "null", "\"", "a \"b\"", "\\N", "x".repeat(15), "x".repeat(255));

  private static CsvRules rules(int quote, int escape, String... nulls) {
    List<byte[]> tokens = Stream.of(nulls).map(CsvStringParityTest::utf8).toList();
    return new CsvRules(quote, escape, '.', 0, tokens);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CsvRules randomRules(SplittableRandom random) {
    String[] nulls =
        random
            .ints(random.nextInt(4), 0, TOKENS.size())
            .mapToObj(TOKENS::get)
            .toArray(String[]::new);
    return switch (random.nextInt(5)) {
      case 0 -> rules(0, 0, nulls);
      case 1 -> rules('\'', '\'', nulls);
      case 2 -> rules('"', '\\', nulls);
      default -> rules('"', '"', nulls);
    };
  }

  /// Offsets, validity, number of nulls, bytes.
  private static Object[] read(
      Engine engine, CsvRules rules, Nulls nulls, CsvCells cells, int column) {
    CsvString.Strings strings = Kernels.CSV_STRING.on(engine).open(rules, nulls);
    MemorySegment offsets = Arena.ofAuto().allocate((cells.rows() + 1L) * 4, 4);
    MemorySegment validity =
        Arena.ofAuto().allocate((cells.rows() + 63L) / 64 * 8, 8).fill((byte) 0xa5);
    int nullSlots = strings.measure(cells, column, offsets, validity);
    int size = offsets.getAtIndex(JAVA_INT, cells.rows());
    MemorySegment bytes = Arena.ofAuto().allocate(size + (long) CsvCells.SLACK);
    strings.copy(cells, column, offsets, bytes);
    return new Object[] {
      offsets.toArray(JAVA_INT),
      validity.toArray(JAVA_BYTE),
      nullSlots,
      bytes.asSlice(0, size).toArray(JAVA_BYTE)
    };
  }

  private static Object[] expected(CsvRules rules, Nulls nulls, List<TextCells.Cell> cells) {
    int[] offsets = new int[cells.size() + 1];
    byte[] validity = new byte[(cells.size() + 63) / 64 * 8];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int nullSlots = 0;
    for (int i = 0; i < cells.size(); i++) {
      TextCells.Cell cell = cells.get(i);
      boolean token = rules.nulls().stream().anyMatch(t -> Arrays.equals(t, cell.value()));
      if (token && (nulls == Nulls.ALL || (nulls == Nulls.UNQUOTED && !cell.quoted()))) {
        nullSlots++;
      } else {
        validity[i / 8] |= (byte) (1 << i % 8);
        bytes.writeBytes(cell.value());
      }
      offsets[i + 1] = bytes.size();
    }
    return new Object[] {offsets, validity, nullSlots, bytes.toByteArray()};
  }

  private static void assertAll(
      Object[] expected, CsvRules rules, Nulls nulls, CsvCells cells, int column) {
    Outcome wanted = Outcome.of(() -> expected);
    assertEquals(wanted, Outcome.of(() -> read(Engine.JAVA, rules, nulls, cells, column)));
    assertNatives(wanted, rules, nulls, cells, column);
  }

  private static void assertNatives(
      Outcome wanted, CsvRules rules, Nulls nulls, CsvCells cells, int column) {
    for (Setup setup : Setup.natives()) {
      if (setup.threads() == 1) {
        Outcome actual =
            setup.run(_ -> Outcome.of(() -> read(Engine.NATIVE, rules, nulls, cells, column)));
        assertEquals(wanted, actual, setup::toString);
      }
    }
  }

  @Property(tries = 3000)
  void valuesAreReadAsTheyWereWritten(
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(min = 1, max = 25) int width,
      @ForAll Nulls nulls,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsvRules rules = randomRules(random);
    TextCells source = new TextCells(rules, random);
    List<TextCells.Cell> cells = Stream.generate(source::next).limit(rows).toList();
    int column = random.nextInt(width);
    // Bytes around cells that look like quotes do not belong to them.
    int around = random.nextBoolean() ? rules.quote() : 0xa5;
    CsvCells block = TextCells.records(cells, width, column, utf8("other"), around);
    assertAll(expected(rules, nulls, cells), rules, nulls, block, column);
  }

  /// Anything between the quotes, also what only an escape character of its own can give.
  @NeedsNatives
  @Property(tries = 1500)
  void escapesAnywhere(@ForAll @IntRange(max = 100) int rows, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsvRules rules = rules('"', '\\', "N", "\"");
    byte[] alphabet = utf8("\\\\\\\"xN");
    List<TextCells.Cell> cells =
        Stream.generate(
                () -> {
                  byte[] raw = new byte[2 + random.nextInt(200)];
                  for (int i = 0; i < raw.length; i++) {
                    raw[i] = alphabet[random.nextInt(alphabet.length)];
                  }
                  raw[0] = raw[raw.length - 1] = '"';
                  return new TextCells.Cell(raw, raw, true);
                })
            .limit(rows)
            .toList();
    CsvCells block = TextCells.records(cells, 2, 1, utf8("x"), '\\');
    Outcome wanted = Outcome.of(() -> read(Engine.JAVA, rules, Nulls.ALL, block, 1));
    assertNatives(wanted, rules, Nulls.ALL, block, 1);
  }

  /// A pair of quotes at every place of cells of every length, across the borders of blocks too.
  @Example
  void aPairAtEveryPlace() {
    CsvRules rules = rules('"', '"');
    for (int size = 0; size < 140; size++) {
      ByteArrayOutputStream values = new ByteArrayOutputStream();
      List<TextCells.Cell> cells = new java.util.ArrayList<>();
      for (int at = 0; at <= size; at++) {
        String value = "x".repeat(at) + '"' + "y".repeat(size - at);
        String raw = '"' + value.replace("\"", "\"\"") + '"';
        cells.add(new TextCells.Cell(utf8(raw), utf8(value), true));
        values.writeBytes(utf8(value));
      }
      CsvCells block = TextCells.records(cells, 1, 0, new byte[0], '"');
      assertAll(expected(rules, Nulls.NONE, cells), rules, Nulls.NONE, block, 0);
    }
  }

  @Example
  void morethan31BitsOfBytesAreRefused() {
    byte[] long1 = new byte[1 << 20];
    Arrays.fill(long1, (byte) 'x');
    CsvCells one =
        TextCells.records(List.of(new TextCells.Cell(long1, long1, false)), 1, 0, long1, 0);
    for (int rows : new int[] {2047, 2048}) {
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      Arrays.fill(starts, one.start(0, 0));
      Arrays.fill(ends, one.end(0, 0));
      CsvCells same = new CsvCells(one.text(), OffHeap.ints(starts), OffHeap.ints(ends), rows, 1);
      MemorySegment offsets = Arena.ofAuto().allocate(4L * (rows + 1), 4);
      MemorySegment validity = Arena.ofAuto().allocate(8L * rows);
      for (Setup setup : Setup.engines()) {
        CsvString.Strings strings =
            Kernels.CSV_STRING.on(setup.engine()).open(rules('"', '"'), Nulls.NONE);
        if (rows == 2047) {
          assertEquals(0, strings.measure(same, 0, offsets, validity));
          assertEquals(2047 << 20, offsets.getAtIndex(JAVA_INT, rows));
        } else {
          assertThrows(DecodeException.class, () -> strings.measure(same, 0, offsets, validity));
        }
      }
    }
  }

  @Example
  void smallSegmentsAreRefused() {
    byte[] x = utf8("x");
    List<TextCells.Cell> cells = List.of(new TextCells.Cell(x, x, false));
    CsvCells block = TextCells.records(cells, 1, 0, x, 0);
    MemorySegment offsets = OffHeap.ints(0, 1);
    MemorySegment validity = OffHeap.longs(0);
    MemorySegment bytes = Arena.ofAuto().allocate(CsvCells.SLACK);
    for (Setup setup : Setup.engines()) {
      CsvString.Strings strings =
          Kernels.CSV_STRING.on(setup.engine()).open(rules('"', '"'), Nulls.NONE);
      assertOutside(() -> strings.measure(block, 1, offsets, validity));
      assertOutside(() -> strings.measure(block, 0, OffHeap.ints(0), validity));
      assertOutside(() -> strings.measure(block, 0, offsets, MemorySegment.NULL));
      assertOutside(() -> strings.copy(block, 0, offsets, bytes));
      assertEquals(0, strings.measure(block, 0, offsets, validity));
      assertArrayEquals(new int[] {0, 1}, offsets.toArray(JAVA_INT));
    }
  }

  private static void assertOutside(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }
}
