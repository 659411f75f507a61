package dev.gatun.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;

/// A line of random cells in the making.
final class CsvLine {
  private static final long DAY = 24 * 3600L;
  private static final String[] WORDS =
      ("river stone amber quiet falcon harbour meadow copper lantern orchard winter cedar ocean"
              + " violet thunder café straße naïve señor øre šála река свет βήμα 山 雨 東 🙂 🚲")
          .split(" ");

  private final SplittableRandom random;
  private final char delimiter;
  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  CsvLine(SplittableRandom random, char delimiter) {
    this.random = random;
    this.delimiter = delimiter;
  }

  /// The line with its end; the next one begins.
  String end() {
    String line = text.append('\n').toString();
    text.setLength(0);
    begun = false;
    return line;
  }

  SplittableRandom random() {
    return random;
  }

  /// One time of so many.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  CsvLine cell(Object value) {
    if (begun) {
      text.append(delimiter);
    }
    begun = true;
    text.append(value);
    return this;
  }

  CsvLine empty() {
    return cell("");
  }

  /// A whole number from 0 to `bound - 1`.
  CsvLine integer(int bound) {
    return cell(random.nextInt(bound));
  }

  /// A number with so many decimals at most, up to 2, without zeros at its end.
  CsvLine amount(int bound, int decimals) {
    long unit = decimals == 1 ? 10 : 100;
    long value = random.nextLong(bound * unit);
    cell(value / unit);
    if (value % unit != 0) {
      String fraction = String.valueOf(unit + value % unit).substring(1);
      text.append('.').append(fraction.endsWith("0") ? fraction.substring(0, 1) : fraction);
    }
    return this;
  }

  /// A double in all its digits.
  CsvLine real(double from, double to) {
    return cell(random.nextDouble(from, to));
  }

  /// A coordinate with 15 decimals.
  CsvLine coordinate(int degrees) {
    return cell(degrees)
        .raw(String.format(Locale.ROOT, ".%015d", random.nextLong(1_000_000_000_000_000L)));
  }

  /// A second of 30 years from 1995 on.
  CsvLine timestamp(char between) {
    long second = 788_918_400L + random.nextLong(30 * 365 * DAY);
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return cell(time.toLocalDate()).raw(between).raw(String.format(Locale.ROOT, "%tT", time));
  }

  /// A day of the same years.
  CsvLine date() {
    return cell(
        LocalDateTime.ofEpochSecond(
                788_918_400L + random.nextLong(30 * 365) * DAY, 0, ZoneOffset.UTC)
            .toLocalDate());
  }

  /// Words with what needs quotes between them: commas, quotes, and line ends.
  CsvLine prose(int words) {
    StringBuilder prose = new StringBuilder("\"");
    for (int i = 0; i < words; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      prose.append(i == 0 ? "" : oneIn(40) ? "\n" : oneIn(9) ? ", " : " ");
      prose.append(oneIn(30) ? "\"\"" + word + "\"\"" : word);
    }
    return cell(prose.append('"'));
  }

  String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private CsvLine raw(Object more) {
    text.append(more);
    return this;
  }
}
