package dev.gatun.bench.gate;

/// How the gate decides.
///
/// After `few` pairs of JVMs a case that looks less than `suspicion` slower is passed. The others
/// are measured on, and each pair more may pass them likewise. Only after `many` pairs is a case
/// called slower, when its lower bound lies above `threshold`. Since nothing is called slower any
/// earlier, looking often does not raise the rate of false alarms.
///
/// @param threshold the slow-down that is not accepted, 0.10 for 10 %
/// @param suspicion the estimate above which a case is measured on
/// @param few pairs of JVMs for all cases
/// @param many pairs of JVMs for the suspicious ones
/// @param falseAlarms the probability that a comparison names any case which is not slower than
///     `threshold`
public record Rule(double threshold, double suspicion, int few, int many, double falseAlarms) {
  /// So many pairs for every case, and no decision.
  static Rule fixed(int pairs) {
    return new Rule(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, pairs, pairs, 0.05);
  }

  /// The one-sided confidence of a bound when so many cases are looked at (Bonferroni).
  double confidence(int cases) {
    return 1 - falseAlarms / cases;
  }

  /// Whether a case is to be measured again.
  boolean goesOn(int pairs, Estimate estimate) {
    return pairs < few || pairs < many && estimate.ratio() > 1 + suspicion;
  }

  /// What to call a case that does not go on.
  Verdict verdict(int pairs, Estimate estimate) {
    if (pairs >= many && estimate.lower() > 1 + threshold) {
      return Verdict.SLOWER;
    }
    if (pairs >= many && estimate.ratio() > 1 + suspicion) {
      return Verdict.UNSURE;
    }
    return estimate.upper() < 1 ? Verdict.FASTER : Verdict.SAME;
  }
}
