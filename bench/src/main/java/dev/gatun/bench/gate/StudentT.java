package dev.gatun.bench.gate;

/// Student's t distribution.
final class StudentT {
  private StudentT() {}

  /// The value that a t variable stays below with probability `p`, for `p` from 0.5 to below 1.
  static double quantile(double p, int degrees) {
    double low = 0;
    double high = 1;
    while (probability(high, degrees) < p) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (probability(middle, degrees) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// The probability of a value below `t`, which is not negative: the finite series for whole
  /// degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4).
  static double probability(double t, int degrees) {
    double theta = Math.atan(t / Math.sqrt(degrees));
    double cosine = Math.cos(theta);
    double squared = cosine * cosine;
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 2 : 1; k < degrees - 2; k += 2) {
      term *= squared * k / (k + 1);
      sum += term;
    }
    double central = odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
    return 0.5 + central / 2;
  }
}
