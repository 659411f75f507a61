package dev.gatun.internal.reference;

/// Runs the program of a [dev.gatun.internal.kernel.TemporalPattern].
final class TemporalProgram implements TemporalReader {
  private static final int NO_HALF = -1;

  private final byte[] program;
  private int half = NO_HALF;

  TemporalProgram(byte[] program) {
    this.program = program;
  }

  @Override
  public boolean read(TemporalText text, TemporalMoment moment) {
    half = NO_HALF;
    for (int i = 0; i < program.length; i += 2) {
      if (!step((char) program[i], program[i + 1] & 0xff, text, moment)) {
        return false;
      }
    }
    if (half != NO_HALF) {
      moment.hour = moment.hour % 12 + half;
    }
    return true;
  }

  private boolean step(char letter, int count, TemporalText text, TemporalMoment moment) {
    return switch (letter) {
      case '\'' -> text.take(count);
      case 'y' -> {
        int year = text.number(count, count);
        moment.year = count == 2 ? 2000 + year : year;
        yield year >= 0;
      }
      case 'M' -> (moment.month = count == 3 ? text.monthName() : text.number(count, 2)) >= 0;
      case 'd' -> (moment.day = text.number(count, 2)) >= 0;
      case 'H' -> (moment.hour = text.number(count, 2)) >= 0;
      case 'h' -> (moment.hour = text.number(count, 2)) >= 1 && moment.hour <= 12;
      case 'a' -> (half = text.halfDay()) >= 0;
      case 'm' -> (moment.minute = text.number(count, 2)) >= 0;
      case 's' -> (moment.second = text.number(count, 2)) >= 0;
      case 'S' -> (moment.nanos = text.fraction(count, count)) >= 0;
      case 'X' -> text.offset(true, count == 3, count < 3, count == 1, moment);
      case 'Z' -> text.offset(false, false, true, false, moment);
      default -> throw new IllegalArgumentException("no such item: " + letter);
    };
  }
}
