package dev.gatun.bench.gate;

import java.util.Arrays;
import java.util.List;

/// A ratio of times with its interval: both bounds hold with the same one-sided confidence.
///
/// A JVM has its own memory layout and compiled code, which shifts all that is measured in it. So
/// the iterations of one pair of JVMs are one observation, however many they are, and the interval
/// comes from the differences between pairs: Student's t on the logarithms.
///
/// @param ratio the ratio, above 1 when the second one takes longer
/// @param lower lower bound
/// @param upper upper bound
public record Estimate(double ratio, double lower, double upper) {
  /// From logarithms of ratios, one a pair of JVMs.
  static Estimate of(List<Double> logs, double confidence) {
    int n = logs.size();
    double mean = logs.stream().mapToDouble(x -> x).average().orElse(0);
    if (n < 2) {
      return new Estimate(Math.exp(mean), 0, Double.POSITIVE_INFINITY);
    }
    double squares = logs.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares / (n - 1) / n);
    double reach = error * StudentT.quantile(confidence, n - 1);
    return new Estimate(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach));
  }

  /// The logarithm of how much longer `second` takes than `first`: the median over iterations,
  /// paired in their order, so that neither drift nor a few disturbed ones move it.
  static double logRatio(double[] first, double[] second) {
    double[] logs = new double[first.length];
    Arrays.setAll(logs, i -> Math.log(second[i] / first[i]));
    return median(logs);
  }

  /// The median, of an even number of values the mean of the middle two.
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
  }
}
