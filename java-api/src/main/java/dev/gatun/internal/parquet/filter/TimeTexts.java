package dev.gatun.internal.parquet.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/// Texts as dates and times.
final class TimeTexts {
  /// A date; a time behind a space or a T, and an offset, may be missing.
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  private TimeTexts() {}

  /// A date and time without zone; a date alone is its midnight.
  static LocalDateTime local(String text) {
    Object parsed = parse(text);
    return switch (parsed) {
      case LocalDate date -> date.atStartOfDay();
      case LocalDateTime time -> time;
      default -> throw Mismatch.of(text, "a date and time without zone (yyyy-mm-dd hh:mm:ss)");
    };
  }

  /// A date and time with an offset; UTC without one.
  static Instant instant(String text) {
    return parse(text) instanceof OffsetDateTime time
        ? time.toInstant()
        : local(text).toInstant(ZoneOffset.UTC);
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeException e) {
      throw mismatch(text, "a time of day (hh:mm:ss)", e);
    }
  }

  private static TemporalAccessor parse(String text) {
    try {
      return TIMESTAMP.parseBest(
          text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeException e) {
      throw mismatch(text, "a date (yyyy-mm-dd) or a date and time (yyyy-mm-dd hh:mm:ss)", e);
    }
  }

  private static IllegalArgumentException mismatch(String text, String wanted, Exception cause) {
    IllegalArgumentException mismatch = Mismatch.of(text, wanted);
    mismatch.initCause(cause);
    return mismatch;
  }
}
