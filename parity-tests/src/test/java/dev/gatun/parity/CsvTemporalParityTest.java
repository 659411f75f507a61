package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Engine;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.CsvTemporal.Offsets;
import dev.gatun.internal.kernel.TemporalPattern;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

class CsvTemporalParityTest {
  static final CsvRules RULES = rules("", "NULL");

  static CsvRules rules(String... nulls) {
    List<byte[]> tokens = new ArrayList<>();
    for (String token : nulls) {
      tokens.add(bytes(token));
    }
    return new CsvRules('"', '"', '.', 0, tokens);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static CsvTemporal kernel(Engine engine) {
    return Kernels.CSV_TEMPORAL.on(engine);
  }

  /// What a column is to become, with cells for it.
  ///
  /// @param bits of a value
  record Target(TemporalCells cells, int bits, Opening opening) {
    interface Opening {
      CsvConverter open(CsvTemporal kernel, CsvRules rules);
    }

    static Target random(SplittableRandom random) {
      TimeUnit unit = TimeUnit.values()[random.nextInt(4)];
      Offsets offsets = Offsets.values()[random.nextInt(3)];
      TemporalCells cells = TemporalCells.random(unit, offsets, random);
      TemporalPattern pattern =
          cells.pattern() == null ? null : TemporalPattern.of(cells.pattern());
      return switch (cells.kind()) {
        case DATE -> new Target(cells, 32, (kernel, rules) -> kernel.date(rules, pattern));
        case TIME ->
            new Target(
                cells,
                unit.compareTo(TimeUnit.MICROSECOND) < 0 ? 32 : 64,
                (kernel, rules) -> kernel.time(rules, unit, pattern));
        case TIMESTAMP ->
            new Target(
                cells, 64, (kernel, rules) -> kernel.timestamp(rules, unit, offsets, pattern));
      };
    }
  }

  @NeedsNatives
  @Property(tries = 3000)
  void nativeEqualsJava(
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Target target = Target.random(random);
    List<byte[]> cells = target.cells.column(rows, random);
    List<String> nulls =
        new ArrayList<>(List.of("", "NULL", "NA", "null").subList(0, random.nextInt(5)));
    while (random.nextInt(3) == 0) {
      nulls.add(target.cells.valid(random));
    }
    CsvRules rules = rules(nulls.toArray(String[]::new));
    CellColumn.of(cells, width, random.nextInt(width))
        .assertParity(engine -> target.opening.open(kernel(engine), rules), target.bits);
  }

  /// What one engine makes of cells: numbers, null where there is none.
  private static List<@Nullable Long> numbers(
      CsvConverter converter, int bits, List<String> texts) {
    CellColumn column = CellColumn.of(texts.stream().map(text -> bytes(text)).toList(), 1, 0);
    Object[] figures = column.convert(converter, bits);
    MemorySegment values = MemorySegment.ofArray((byte[]) figures[0]);
    byte[] validity = (byte[]) figures[1];
    List<@Nullable Long> numbers = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean valid = (validity[i / 8] >> i % 8 & 1) != 0;
      long number =
          bits == 32
              ? values.get(ValueLayout.JAVA_INT_UNALIGNED, i * 4L)
              : values.get(ValueLayout.JAVA_LONG_UNALIGNED, i * 8L);
      numbers.add(valid ? (Long) number : null);
      assertEquals(valid ? number : 0, number);
    }
    return numbers;
  }

  @Example
  void everyDayOfNineThousandYears() {
    List<String> texts = new ArrayList<>();
    List<@Nullable Long> days = new ArrayList<>();
    for (int year : new int[] {0, 1, 4, 100, 400, 1900, 1999, 2000, 2001, 2004, 2100, 9999}) {
      for (int month = 0; month <= 13; month++) {
        for (int day : new int[] {0, 1, 28, 29, 30, 31, 32}) {
          texts.add(String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
          days.add(dayOrNull(year, month, day));
        }
      }
    }
    for (LocalDate day = LocalDate.of(1, 1, 1); day.getYear() < 10_000; day = day.plusDays(1)) {
      texts.add(day.toString());
      days.add(day.toEpochDay());
    }
    for (Engine engine : CsvEngines.all()) {
      assertEquals(days, numbers(kernel(engine).date(RULES, null), 32, texts));
    }
  }

  private static @Nullable Long dayOrNull(int year, int month, int day) {
    try {
      return year == 0 ? null : (Long) LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException _) {
      return null;
    }
  }

  @Example
  void everyByteInEveryPlace() {
    for (String right : List.of("2016-02-29T23:59:59", "2016-02-29 23:59:59.75-18:00")) {
      List<byte[]> cells = new ArrayList<>();
      for (int at = 0; at < right.length(); at++) {
        for (int b = 0; b < 256; b++) {
          byte[] cell = bytes(right);
          cell[at] = (byte) b;
          if (cell[0] != '"') {
            cells.add(cell);
          }
        }
      }
      for (Offsets offsets : Offsets.values()) {
        CellColumn.of(cells, 3, 1)
            .assertParity(
                engine -> kernel(engine).timestamp(RULES, TimeUnit.MICROSECOND, offsets, null), 64);
      }
    }
  }

  @Property(tries = 300)
  void patternsAreThoseOfDateTimeFormatter(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String pattern =
        TemporalCells.any(
            new String[] {
              "dd.MM.yyyy HH:mm:ss.SSSSSSSSS",
              "yyyyMMdd'T'HHmmss,SSS",
              "MMM d ''yy h:mm a",
              "d/M/uuuu H:m:s",
              "hhammss dd MM yyyy",
              "uuuu-MM-dd'T'HH:mm:ssXXX",
              "yyyy-MM-dd HH:mmX",
              "yyyy-MM-dd HHmm ssZ",
              "yy-MM-dd HHXX",
            },
            random);
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    List<String> texts = new ArrayList<>();
    List<@Nullable Long> micros = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LocalDateTime moment = TemporalCells.moment(random).withYear(random.nextInt(2000, 2100));
      moment = moment.truncatedTo(ChronoUnit.MILLIS);
      String text = moment.atOffset(TemporalCells.offset(random)).format(formatter);
      texts.add(text);
      TemporalAccessor read = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime at =
          read instanceof OffsetDateTime offset
              ? offset
              : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
      micros.add(ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00Z"), at));
    }
    for (Engine engine : CsvEngines.all()) {
      CsvConverter converter =
          kernel(engine)
              .timestamp(
                  RULES, TimeUnit.MICROSECOND, Offsets.OPTIONAL, TemporalPattern.of(pattern));
      assertEquals(micros, numbers(converter, 64, texts));
    }
  }

  @Property(tries = 300)
  void isoIsThatOfJavaTime(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    List<@Nullable Long> nanos = new ArrayList<>();
    List<@Nullable Long> days = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LocalDateTime moment = TemporalCells.moment(random);
      OffsetDateTime at = moment.atOffset(TemporalCells.offset(random));
      texts.add(random.nextBoolean() ? at.toString() : at.toString().replace('T', ' '));
      nanos.add(nanosOrNull(at));
      days.add(moment.toLocalDate().toEpochDay());
    }
    for (Engine engine : CsvEngines.all()) {
      CsvConverter converter =
          kernel(engine).timestamp(RULES, TimeUnit.NANOSECOND, Offsets.REQUIRED, null);
      assertEquals(nanos, numbers(converter, 64, texts));
      List<String> dates = texts.stream().map(text -> text.substring(0, 10)).toList();
      assertEquals(days, numbers(kernel(engine).date(RULES, null), 32, dates));
    }
  }

  private static @Nullable Long nanosOrNull(OffsetDateTime at) {
    try {
      return ChronoUnit.NANOS.between(OffsetDateTime.parse("1970-01-01T00:00Z"), at);
    } catch (ArithmeticException _) {
      return null;
    }
  }

  @Example
  void literals() {
    String[][] cells = {
      {"1970-01-01 00:00:00", "0"},
      {"1970-01-01T00:00:01", "1000000"},
      {"2015-01-15 19:05:39", "1421348739000000"},
      {"1969-12-31 23:59:59", "-1000000"},
      {"2000-01-01 00:00:00.5", "946684800500000"},
      {"2000-01-01 00:00:00.123456", "946684800123456"},
      {"2000-01-01T12:00:00Z", "946728000000000"},
      {"2000-01-01T12:00:00+02:00", "946720800000000"},
      {"2000-01-01T12:00:00+0200", "946720800000000"},
      {"2000-01-01T12:00+02", "946720800000000"},
      {"2000-01-01T12:00-02", "946735200000000"},
      {"2000-01-01", "946684800000000"},
      {"\"2000-01-01\"", "946684800000000"},
      {"2000-01-01 25:00:00", null},
      {"2000-01-01 24:00:00", null},
      {"2000-01-01 12:60:00", null},
      {"2000-01-01 12:00:60", null},
      {"2000-02-30 00:00:00", null},
      {"2000-01-01 12:00:0x", null},
      {"2000-01-01 12:00:00.", null},
      {"2000-01-01 12:00.5", null},
      {"2000-01-01 12:00:", null},
      {"2000-01-01 12:00:0", null},
      {"2000-01-01 12:00:00.1234567", null},
      {"2000-01-01 12:00:00.1234560000", null},
      {"2000-01-01 12:00:00+18:01", null},
      {"2000-01-01 12:00:00+1:00", null},
      {"2000-01-01 12:00:00+01:60", null},
      {"2000-01-01T", null},
      {"2000-01-01Z", null},
      {" 2000-01-01", null},
      {"2000-01-01 ", null},
      {"NULL", null},
    };
    List<String> texts = new ArrayList<>();
    List<@Nullable Long> micros = new ArrayList<>();
    for (String[] cell : cells) {
      texts.add(cell[0]);
      micros.add(cell[1] == null ? null : Long.valueOf(cell[1]));
    }
    for (Engine engine : CsvEngines.all()) {
      CsvConverter converter =
          kernel(engine).timestamp(RULES, TimeUnit.MICROSECOND, Offsets.OPTIONAL, null);
      assertEquals(micros, numbers(converter, 64, texts));
    }
  }

  @Example
  void aValueThatIsANullTokenIsNull() {
    CsvRules rules = rules("1900-01-01", "NA");
    List<String> texts = new ArrayList<>(Collections.nCopies(40, "1900-01-01"));
    texts.set(7, "1900-01-02");
    texts.set(23, "\"1900-01-01\"");
    List<@Nullable Long> days = new ArrayList<>(Collections.nCopies(40, null));
    days.set(7, LocalDate.of(1900, 1, 2).toEpochDay());
    for (Engine engine : CsvEngines.all()) {
      assertEquals(days, numbers(kernel(engine).date(rules, null), 32, texts));
    }
  }

  @Example
  void patternsAreChecked() {
    for (String pattern :
        List.of(
            "",
            "yyy",
            "E dd",
            "yyyy yyyy",
            "HH h",
            "XZ",
            "'open",
            "[yyyy]",
            "MMMM",
            "VV",
            "x",
            "DD",
            "SSSSSSSSSS",
            "aa",
            "yyyy-MM-dd #")) {
      assertRefused(() -> TemporalPattern.of(pattern));
    }
    for (Engine engine : CsvEngines.all()) {
      CsvTemporal kernel = kernel(engine);
      for (String pattern : List.of("yyyy-MM", "HH:mm", "yyyy-MM-dd HH", "yyyy-MM-dd X")) {
        assertRefused(() -> kernel.date(RULES, TemporalPattern.of(pattern)));
      }
      for (String pattern :
          List.of("mm:ss", "hh:mm", "HH:ss", "HH:mm.S", "HH a", "yyyy HH", "HHX")) {
        assertRefused(() -> kernel.time(RULES, TimeUnit.SECOND, TemporalPattern.of(pattern)));
      }
      TemporalPattern local = TemporalPattern.of("yyyy-MM-dd HH");
      TemporalPattern zoned = TemporalPattern.of("yyyy-MM-dd HHX");
      kernel.timestamp(RULES, TimeUnit.SECOND, Offsets.OPTIONAL, local);
      kernel.timestamp(RULES, TimeUnit.SECOND, Offsets.OPTIONAL, zoned);
      assertRefused(() -> kernel.timestamp(RULES, TimeUnit.SECOND, Offsets.REQUIRED, local));
      assertRefused(() -> kernel.timestamp(RULES, TimeUnit.SECOND, Offsets.NONE, zoned));
    }
  }

  private static void assertRefused(Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  @Example
  void outputsAreChecked() {
    CellColumn cells = CellColumn.of(List.of(bytes("1970-01-01"), bytes("1970-01-02")), 2, 0);
    for (Engine engine : CsvEngines.all()) {
      CsvConverter converter = kernel(engine).date(RULES, null);
      MemorySegment values = OffHeap.longs(new long[20]);
      MemorySegment validity = OffHeap.longs(0);
      assertOutside(() -> converter.convert(cells.cells(), 0, OffHeap.ints(0), validity, null));
      assertOutside(() -> converter.convert(cells.cells(), 0, values, OffHeap.ints(0), null));
    }
  }

  private static void assertOutside(Executable call) {
    assertThrows(IndexOutOfBoundsException.class, call);
  }
}
