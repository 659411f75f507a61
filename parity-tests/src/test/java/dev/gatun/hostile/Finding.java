package dev.gatun.hostile;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Something that must not happen, and how to see it again.
///
/// @param number of the mutant in the campaign
record Finding(long seed, long number, String problem) {

  static String trace(Throwable problem) {
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  public String toString() {
    return "seed " + seed + " mutant " + number + ": " + problem;
  }
}
