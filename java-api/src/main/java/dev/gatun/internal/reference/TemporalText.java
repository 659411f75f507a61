package dev.gatun.internal.reference;

/// Walks over a cell from field to field.
final class TemporalText {
  /// What [#number] gives when there are too few digits.
  static final int NONE = -1;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int MOST_OFFSET_MINUTES = 18 * 60;

  private final CsvCell cell;
  private int at;

  TemporalText(CsvCell cell) {
    this.cell = cell;
  }

  /// Whether nothing is left.
  boolean done() {
    return at == cell.size();
  }

  private int peek(int ahead) {
    return at + ahead < cell.size() ? cell.at(at + ahead) : NONE;
  }

  private boolean isDigit(int ahead) {
    int c = peek(ahead);
    return c >= '0' && c <= '9';
  }

  /// Takes a byte if it is the next one.
  boolean take(int expected) {
    boolean there = peek(0) == expected;
    if (there) {
      at++;
    }
    return there;
  }

  /// Takes `least` to `most` digits, as many as there are.
  int number(int least, int most) {
    int value = 0;
    int n = 0;
    for (; n < most && isDigit(0); n++) {
      value = value * 10 + peek(0) - '0';
      at++;
    }
    return n >= least ? value : NONE;
  }

  /// Takes `least` to `most` digits of a fraction, as nanoseconds.
  int fraction(int least, int most) {
    int begin = at;
    int value = number(least, most);
    for (int n = at - begin; n < 9 && value > 0; n++) {
      value *= 10;
    }
    return value;
  }

  /// Takes an offset from UTC: `Z` if `zulu`, or a sign, two digits of hours and, behind a colon or
  /// not as is allowed, two of minutes.
  ///
  /// @return false when there is none
  boolean offset(
      boolean zulu, boolean colon, boolean noColon, boolean noMinutes, TemporalMoment moment) {
    if (zulu && take('Z')) {
      moment.offset = 0;
      return true;
    }
    int sign = take('-') ? -1 : 1;
    if (sign == 1 && !take('+')) {
      return false;
    }
    int hours = number(2, 2);
    int minutes;
    if (colon && take(':')) {
      minutes = number(2, 2);
    } else if (noColon && isDigit(0) && isDigit(1)) {
      minutes = number(2, 2);
    } else {
      minutes = noMinutes ? 0 : NONE;
    }
    moment.offset = sign * (hours * 60 + minutes) * 60;
    return hours >= 0
        && minutes >= 0
        && minutes < 60
        && hours * 60 + minutes <= MOST_OFFSET_MINUTES;
  }

  /// Takes the English short name of a month, 1 for January.
  int monthName() {
    for (int month = 1; month <= 12; month++) {
      if (takeWord(MONTHS, 3 * month - 3, 3)) {
        return month;
      }
    }
    return NONE;
  }

  /// Takes AM or PM.
  ///
  /// @return hours from midnight
  int halfDay() {
    return takeWord("am", 0, 2) ? 0 : takeWord("pm", 0, 2) ? 12 : NONE;
  }

  private boolean takeWord(String words, int from, int length) {
    for (int i = 0; i < length; i++) {
      char expected = words.charAt(from + i);
      int c = peek(i);
      if (c != expected && c != Character.toUpperCase(expected)) {
        return false;
      }
    }
    at += length;
    return true;
  }
}
