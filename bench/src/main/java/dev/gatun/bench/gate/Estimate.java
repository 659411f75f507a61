package dev.gatun.bench.gate;

import java.util.Arrays;
import java.util.List;

/// A ratio of times with its interval: both bounds hold with the same one-sided confidence.
///
/// A JVM has its own memory layout and compiled code, which shifts all that is measured in it. So
/// the iterations of one pair of JVMs are one observation, however many they are, and the interval
/// comes from the differences between pairs: on the logarithms, Student's t for means without the
/// lowest and the highest eighth (Yuen 1974), so that a disturbed pair does not make it blind. Of
/// fewer than eight pairs all count.
///
/// @param ratio the ratio, above 1 when the second one takes longer
/// @param lower lower bound
/// @param upper upper bound
public record Estimate(double ratio, double lower, double upper) {
  /// From logarithms of ratios, one a pair of JVMs.
  static Estimate of(List<Double> logs, double confidence) {
    double[] sorted = logs.stream().mapToDouble(x -> x).sorted().toArray();
    int cut = sorted.length / 8;
    int kept = sorted.length - 2 * cut;
    double mean = Arrays.stream(sorted, cut, cut + kept).average().orElse(0);
    if (kept < 2) {
      return new Estimate(Math.exp(mean), 0, Double.POSITIVE_INFINITY);
    }
    // What was cut off counts in the spread, pulled in to the last value that was kept.
    Arrays.fill(sorted, 0, cut, sorted[cut]);
    Arrays.fill(sorted, cut + kept, sorted.length, sorted[cut + kept - 1]);
    double middle = Arrays.stream(sorted).average().orElse(0);
    double squares = Arrays.stream(sorted).map(x -> (x - middle) * (x - middle)).sum();
    double error = Math.sqrt(squares / (kept - 1) / kept);
    double reach = error * StudentT.quantile(confidence, kept - 1);
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
