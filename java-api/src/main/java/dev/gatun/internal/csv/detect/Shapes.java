package dev.gatun.internal.csv.detect;

import dev.gatun.csv.CsvFormats;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells what cells look like. More generous than the conversion of values: a date of another order
/// or a number with a decimal comma is no name either, and says as much about where cells end.
final class Shapes {
  private static final int LONGEST_TYPED = 40;

  private static final Set<String> MISSING =
      Set.of("NA", "N/A", "n/a", "NULL", "null", "Null", "None", "none", "NaN", "nan", "\\N", "-");

  private static final String DAY =
      "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})";
  private static final String CLOCK =
      "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[AaPp][Mm])?"
          + "(?: ?(?:Z|UTC|[+-]\\d{2}(?::?\\d{2})?))?";

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+|\\d{1,3}(?:[,.']\\d{3})+(?:[.,]\\d*)?)"
              + "(?:[eE][+-]?\\d+)?");
  private static final Pattern TIME =
      Pattern.compile("(?:" + DAY + ")(?:[T ]" + CLOCK + ")?|" + CLOCK);

  private final Set<String> missing = new HashSet<>(MISSING);
  private final Set<String> booleans = new HashSet<>();
  private final List<DateTimeFormatter> patterns;

  Shapes(CsvFormats formats) {
    missing.addAll(formats.nulls());
    booleans.addAll(formats.trueTokens());
    booleans.addAll(formats.falseTokens());
    patterns =
        Stream.of(formats.dateFormat(), formats.timeFormat(), formats.timestampFormat())
            .filter(Objects::nonNull)
            .map(DateTimeFormatter::ofPattern)
            .toList();
  }

  /// The shape of a cell without its quotes.
  Shape of(String cell) {
    String text = cell.strip();
    if (text.isEmpty() || missing.contains(text)) {
      return Shape.EMPTY;
    }
    if (booleans.contains(text)) {
      return Shape.BOOLEAN;
    }
    if (text.length() > LONGEST_TYPED) {
      return Shape.TEXT;
    }
    if (text.charAt(0) <= '9' && NUMBER.matcher(text).matches()) {
      return Shape.NUMBER;
    }
    return isTime(text) ? Shape.TIME : Shape.TEXT;
  }

  private boolean isTime(String text) {
    if (text.charAt(0) <= '9' && TIME.matcher(text).matches()) {
      return true;
    }
    for (DateTimeFormatter pattern : patterns) {
      try {
        pattern.parse(text);
        return true;
      } catch (DateTimeParseException _) {
        // Perhaps the next one.
      }
    }
    return false;
  }
}
