package dev.gatun.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;

/// Times a call some times over.
///
/// @param count how often
record Trials(int count) {
  /// One warm-up, then the trials; prints a line for each, `R WHAT ON TRIAL SECONDS check=VALUE`.
  ///
  /// @param call gives a value that is the same every time
  /// @return the median in seconds
  double time(String what, String on, LongSupplier call) {
    long unused = call.getAsLong();
    double[] all = new double[count];
    for (int trial = 0; trial < count; trial++) {
      long start = System.nanoTime();
      long check = call.getAsLong();
      all[trial] = (System.nanoTime() - start) * 1e-9;
      System.out.printf("R %s %s %d %.6f check=%d%n", what, on, trial, all[trial], check);
    }
    Arrays.sort(all);
    return count == 0 ? Double.NaN : (all[count / 2] + all[(count - 1) / 2]) / 2;
  }
}
