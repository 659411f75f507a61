package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.CsvTemporal.Offsets;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// One column of local timestamps to microseconds. Values a second. The rivals are java.time, with
/// its own ISO format and with a pattern, and a parser written by hand for this one form, as
/// careful as it is in most programs: it checks ranges but not each separator.
public class CsvTemporalBenchmark extends RateBenchmark {
  private static final int ROWS = 1 << 12;
  private static final int WIDTH = 5;
  private static final int COLUMN = 2;
  private static final DateTimeFormatter PATTERN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };

  /// How the cells look.
  @Param({"SECONDS", "MICROSECONDS", "OFFSET", "QUOTED", "NULLS"})
  @SuppressWarnings("NullAway.Init")
  public Form form;

  private final MemorySegment values = Arena.ofAuto().allocate(8L * ROWS + CsvCells.SLACK, 64);
  private final MemorySegment validity = Arena.ofAuto().allocate(ROWS / 8, 64);

  @SuppressWarnings("NullAway.Init")
  private CsvCells cells;

  @SuppressWarnings("NullAway.Init")
  private CsvConverter natives;

  @SuppressWarnings("NullAway.Init")
  private CsvConverter reference;

  /// Forms of a timestamp.
  public enum Form {
    /// 2015-01-31 01:17:06
    SECONDS("uuuu-MM-dd HH:mm:ss"),
    /// with six digits of fraction
    MICROSECONDS("uuuu-MM-dd HH:mm:ss.SSSSSS"),
    /// with an offset from UTC
    OFFSET("uuuu-MM-dd'T'HH:mm:ssxxx"),
    /// in quotes
    QUOTED("'\"'uuuu-MM-dd HH:mm:ss'\"'"),
    /// of which three in ten are NULL
    NULLS("uuuu-MM-dd HH:mm:ss");

    private final DateTimeFormatter formatter;

    Form(String pattern) {
      formatter = DateTimeFormatter.ofPattern(pattern);
    }
  }

  /// Random moments in one of five columns.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(new byte[CsvCells.SLACK]);
    int[] starts = new int[ROWS * WIDTH];
    int[] ends = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = text.size();
      text.writeBytes(cell(i % WIDTH == COLUMN, random).getBytes(StandardCharsets.US_ASCII));
      ends[i] = text.size();
      text.write(',');
    }
    text.writeBytes(new byte[CsvCells.SLACK]);
    cells = new CsvCells(copy(text.toByteArray()), copy(starts), copy(ends), ROWS, WIDTH);
    natives = open(Engine.NATIVE);
    reference = open(Engine.JAVA);
  }

  private String cell(boolean timestamp, SplittableRandom random) {
    if (!timestamp || form == Form.NULLS && random.nextInt(10) < 3) {
      return timestamp ? "NULL" : Integer.toString(random.nextInt(1000));
    }
    return LocalDateTime.ofEpochSecond(random.nextLong(0, 2_000_000_000), 0, ZoneOffset.UTC)
        .plusNanos(random.nextInt(1_000_000) * 1000L)
        .atOffset(ZoneOffset.ofHours(random.nextInt(-12, 13)))
        .format(form.formatter);
  }

  private CsvConverter open(Engine engine) {
    CsvTemporal kernel = Kernels.CSV_TEMPORAL.on(engine);
    byte[] token = "NULL".getBytes(StandardCharsets.US_ASCII);
    CsvRules rules = new CsvRules('"', '"', '.', 0, List.of(new byte[0], token));
    return kernel.timestamp(rules, dev.gatun.arrow.TimeUnit.MICROSECOND, Offsets.OPTIONAL, null);
  }

  private static MemorySegment copy(byte[] bytes) {
    return Arena.ofAuto().allocate(bytes.length, 64).copyFrom(MemorySegment.ofArray(bytes));
  }

  private static MemorySegment copy(int[] numbers) {
    return Arena.ofAuto()
        .allocate(4L * numbers.length, 64)
        .copyFrom(MemorySegment.ofArray(numbers));
  }

  /// The native kernel.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object kernel() {
    return natives.convert(cells, COLUMN, values, validity, null);
  }

  /// The kernel's Java form.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object reference() {
    return reference.convert(cells, COLUMN, values, validity, null);
  }

  /// [LocalDateTime#parse] with the ISO format, of strings made from the cells.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long javaTime() {
    return each(text -> micros(LocalDateTime.parse(local(text).replace(' ', 'T'))));
  }

  /// [LocalDateTime#parse] with a pattern, of the seconds only.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long javaTimePattern() {
    return each(
        text ->
            micros(LocalDateTime.parse(local(text).substring(0, 19).replace('T', ' '), PATTERN)));
  }

  /// Digits picked from their places, of the seconds only.
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long byHand() {
    return each(CsvTemporalBenchmark::pick);
  }

  private interface Parser {
    long parse(String text);
  }

  private long each(Parser parser) {
    byte[] bytes = new byte[64];
    long sum = 0;
    for (int row = 0; row < ROWS; row++) {
      int start = cells.start(row, COLUMN);
      int size = cells.end(row, COLUMN) - start;
      MemorySegment.copy(cells.text(), ValueLayout.JAVA_BYTE, start, bytes, 0, size);
      if (size >= 19) {
        int quote = bytes[0] == '"' ? 1 : 0;
        sum +=
            parser.parse(new String(bytes, quote, size - 2 * quote, StandardCharsets.ISO_8859_1));
      }
    }
    return sum;
  }

  private static String local(String text) {
    return text.length() == 25 ? text.substring(0, 19) : text;
  }

  private static long micros(LocalDateTime moment) {
    return moment.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + moment.getNano() / 1000;
  }

  private static long pick(String text) {
    int year = two(text, 0) * 100 + two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    int hour = two(text, 11);
    int minute = two(text, 14);
    int second = two(text, 17);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) {
      throw new IllegalArgumentException(text);
    }
    int before = month > 2 ? year : year - 1;
    int days =
        365 * (year - 1970)
            + (before / 4 - before / 100 + before / 400 - 477)
            + DAYS_BEFORE_MONTH[month - 1]
            + day
            - 1;
    return (days * 86_400L + hour * 3600 + minute * 60 + second) * 1_000_000;
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new IllegalArgumentException(text);
    }
    return tens * 10 + ones;
  }
}
