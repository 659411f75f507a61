package dev.gatun.internal.reference;

/// The forms of ISO 8601.
///
/// @param date whether there is a date
/// @param time whether there is a time; behind a date it may be left out
/// @param offset whether a time may have an offset
/// @param offsetRequired whether there must be one
record IsoTemporal(boolean date, boolean time, boolean offset, boolean offsetRequired)
    implements TemporalReader {
  @Override
  public boolean read(TemporalText text, TemporalMoment moment) {
    if (!date) {
      return time(text, moment);
    }
    if (!date(text, moment)) {
      return false;
    }
    if (!time || text.done()) {
      return !offsetRequired;
    }
    if (!text.take('T') && !text.take(' ')) {
      return false;
    }
    if (!time(text, moment)) {
      return false;
    }
    if (text.done()) {
      return !offsetRequired;
    }
    return offset && text.offset(true, true, true, true, moment);
  }

  private static boolean date(TemporalText text, TemporalMoment moment) {
    moment.year = text.number(4, 4);
    if (!text.take('-')) {
      return false;
    }
    moment.month = text.number(2, 2);
    if (!text.take('-')) {
      return false;
    }
    moment.day = text.number(2, 2);
    return moment.year >= 0 && moment.month >= 0 && moment.day >= 0;
  }

  private static boolean time(TemporalText text, TemporalMoment moment) {
    moment.hour = text.number(2, 2);
    if (!text.take(':')) {
      return false;
    }
    moment.minute = text.number(2, 2);
    if (text.take(':')) {
      moment.second = text.number(2, 2);
      if (moment.second >= 0 && text.take('.')) {
        moment.nanos = text.fraction(1, 9);
      }
    }
    return moment.hour >= 0 && moment.minute >= 0 && moment.second >= 0 && moment.nanos >= 0;
  }
}
