package dev.gatun.parity;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.kernel.CsvTemporal.Offsets;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Random cells of dates and times, right ones, almost right ones and others.
///
/// @param pattern null for ISO 8601
record TemporalCells(Kind kind, TimeUnit unit, Offsets offsets, @Nullable String pattern) {
  enum Kind {
    DATE,
    TIME,
    TIMESTAMP
  }

  private static final String[] DATES = {
    "dd.MM.yyyy",
    "MM/dd/yyyy",
    "d.M.uuuu",
    "dd-MMM-yy",
    "yyyyMMdd",
    "'on' dd 'of' MMM, yyyy",
    "yyMMdd",
  };
  private static final String[] TIMES = {
    "HH:mm:ss",
    "H:mm",
    "hh:mm a",
    "h.mm.ss a",
    "HHmmss",
    "HH 'o''clock'",
    "HH:mm:ss.SSS",
    "HHmmssSSSSSSSSS",
    "HH:mm:ss,S",
    "ah",
  };
  private static final String[] PATTERN_OFFSETS = {"X", "XX", "XXX", "Z"};
  private static final String[] ISO_OFFSETS = {"X", "XX", "XXX"};

  static TemporalCells random(TimeUnit unit, Offsets offsets, SplittableRandom random) {
    Kind kind = Kind.values()[random.nextInt(3)];
    if (random.nextInt(3) != 0) {
      return new TemporalCells(kind, unit, offsets, null);
    }
    String pattern =
        switch (kind) {
          case DATE -> any(DATES, random);
          case TIME -> any(TIMES, random);
          case TIMESTAMP -> timestampPattern(offsets, random);
        };
    return new TemporalCells(kind, unit, offsets, pattern);
  }

  private static String timestampPattern(Offsets offsets, SplittableRandom random) {
    boolean offset =
        offsets == Offsets.REQUIRED || offsets == Offsets.OPTIONAL && random.nextBoolean();
    if (!offset && random.nextInt(4) == 0) {
      return any(DATES, random);
    }
    String between = any(new String[] {"", " ", "'T'"}, random);
    String clock = any(DATES, random) + between + any(TIMES, random);
    return offset ? clock + any(PATTERN_OFFSETS, random) : clock;
  }

  static <T> T any(T[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }

  /// Cells of a column: most of one form, or of all.
  List<byte[]> column(int rows, SplittableRandom random) {
    int odd = new int[] {0, 3, 30, 100}[random.nextInt(4)];
    boolean quoted = random.nextInt(4) == 0;
    String form = form(random);
    List<byte[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean plain = random.nextInt(100) >= odd;
      String cell = text(plain ? form : form(random), random);
      byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
      if (!plain) {
        bytes = change(bytes, random);
      }
      boolean quotes = plain ? quoted : random.nextInt(5) == 0;
      cells.add(quotes ? quote(bytes) : bytes);
    }
    return cells;
  }

  /// A cell that converts, unless its fraction is too fine or its year too far off.
  String valid(SplittableRandom random) {
    return text(form(random), random);
  }

  private String form(SplittableRandom random) {
    if (pattern != null) {
      return pattern;
    }
    String date = "uuuu-MM-dd";
    String time = any(new String[] {"HH:mm", "HH:mm:ss", "HH:mm:ss.", "HH:mm:ss"}, random);
    if (time.endsWith(".")) {
      time += "S".repeat(random.nextInt(1, 10));
    }
    if (kind == Kind.DATE) {
      return date;
    }
    if (kind == Kind.TIME) {
      return time;
    }
    boolean offset = offsets == Offsets.REQUIRED ? random.nextInt(10) != 0 : random.nextBoolean();
    if (offsets == Offsets.NONE) {
      offset = random.nextInt(10) == 0;
    }
    if (!offset && random.nextInt(5) == 0) {
      return date;
    }
    String both = date + (random.nextBoolean() ? "'T'" : " ") + time;
    return offset ? both + any(ISO_OFFSETS, random) : both;
  }

  private static String text(String form, SplittableRandom random) {
    return moment(random)
        .atOffset(offset(random))
        .format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
  }

  static ZoneOffset offset(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0, 1 -> ZoneOffset.UTC;
      case 2 -> ZoneOffset.ofHours(random.nextInt(-18, 19));
      default -> ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
    };
  }

  /// Any, more often one near a border.
  static LocalDateTime moment(SplittableRandom random) {
    int year =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(1, 10_000);
          case 1 ->
              new int[] {1, 1600, 1677, 1900, 1970, 2000, 2262, 2400, 9999}[random.nextInt(9)];
          default -> random.nextInt(1960, 2060);
        };
    LocalDate date =
        random.nextInt(8) == 0
            ? LocalDate.of(year, 2, 28).plusDays(random.nextInt(2))
            : LocalDate.ofYearDay(year, random.nextInt(1, 366));
    long seconds = random.nextInt(8) == 0 ? random.nextInt(-2, 2) : random.nextInt(86_400);
    int digits = random.nextInt(10);
    long nanos = digits == 0 ? 0 : random.nextInt(1_000_000_000);
    long step = (long) Math.pow(10, 9 - digits);
    LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400L));
    return date.atTime(time.plusNanos(nanos / step * step));
  }

  private static byte[] quote(byte[] bytes) {
    byte[] quoted = new byte[bytes.length + 2];
    quoted[0] = '"';
    quoted[bytes.length + 1] = '"';
    System.arraycopy(bytes, 0, quoted, 1, bytes.length);
    return quoted;
  }

  /// A null token, nothing, or the bytes with one or two of them changed, dropped or added. None
  /// becomes a quote: the index lets no cell through that begins with one and does not end so.
  private static byte[] change(byte[] bytes, SplittableRandom random) {
    switch (random.nextInt(6)) {
      case 0:
        return any(new String[] {"NULL", "NA", "null", "", "x"}, random)
            .getBytes(StandardCharsets.UTF_8);
      case 1:
        return bytes;
      default:
        break;
    }
    List<Byte> changed = new ArrayList<>();
    for (byte b : bytes) {
      changed.add(b);
    }
    for (int n = random.nextInt(1, 3); n > 0 && !changed.isEmpty(); n--) {
      int at = random.nextInt(changed.size());
      byte other = (byte) "0123456789-:T .Z+/,amp\u0000\u00ff".charAt(random.nextInt(24));
      switch (random.nextInt(6)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(at, other);
        default -> changed.set(at, other);
      }
    }
    byte[] result = new byte[changed.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = changed.get(i);
    }
    return result;
  }
}
