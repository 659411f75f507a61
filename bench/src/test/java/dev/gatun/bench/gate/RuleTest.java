package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The whole way from times to verdicts, with noise of which the truth is known.
class RuleTest {
  private static final int CASES = 40;
  private static final int ITERATIONS = 8;
  private static final Rule RULE = new Rule(0.10, 0.05, 4, 16, 0.05);

  @Test
  void goesOnOnlyWithWhatLooksSlow() {
    Estimate slow = new Estimate(1.07, 0.9, 1.3);
    assertTrue(RULE.goesOn(3, new Estimate(0.9, 0.8, 1)));
    assertFalse(RULE.goesOn(4, new Estimate(1.04, 0.9, 1.3)));
    assertTrue(RULE.goesOn(4, slow));
    assertFalse(RULE.goesOn(16, slow));
  }

  @Test
  void callsSlowerOnlyWhatIsCertainlySo() {
    assertEquals(Verdict.SLOWER, RULE.verdict(16, new Estimate(1.2, 1.11, 1.3)));
    assertEquals(Verdict.UNSURE, RULE.verdict(16, new Estimate(1.2, 1.09, 1.3)));
    assertEquals(Verdict.SAME, RULE.verdict(4, new Estimate(1.04, 1.03, 1.05)));
    assertEquals(Verdict.FASTER, RULE.verdict(4, new Estimate(0.8, 0.7, 0.9)));
  }

  @Test
  void noChangeIsHardlyEverCalledSlower() {
    // 100 comparisons of 40 cases without a change, between JVMs that differ by 6 %.
    assertEquals(0, alarms(100 * CASES, 1.0, 0.06));
  }

  @Test
  void atTheThresholdThereAreNoMoreFalseAlarmsThanPromised() {
    // Each case fails in 5 % / 40 = 0.125 % of all tries at most: of 8,000, 10 are expected.
    int alarms = alarms(8000, 1.10, 0.03);
    assertTrue(alarms < 24, () -> alarms + " false alarms");
  }

  @Test
  void twentyPercentAreCaught() {
    assertTrue(alarms(500, 1.2, 0.02) >= 498);
    assertTrue(alarms(500, 1.2, 0.04) >= 450);
  }

  @Test
  void noiseMakesItBlindRatherThanFail() {
    int alarms = alarms(100 * CASES, 1.0, 0.30);
    assertTrue(alarms <= 2, () -> alarms + " false alarms");
  }

  /// How many of so many cases are called slower.
  ///
  /// @param truth by how much the head is slower
  /// @param spread standard deviation between pairs of JVMs; iterations add as much again, and one
  ///     in twenty is disturbed by half
  private static int alarms(int cases, double truth, double spread) {
    SplittableRandom random = new SplittableRandom(7);
    int alarms = 0;
    for (int i = 0; i < cases; i++) {
      alarms += decide(random, truth, spread) == Verdict.SLOWER ? 1 : 0;
    }
    return alarms;
  }

  private static Verdict decide(RandomGenerator random, double truth, double spread) {
    List<Double> logs = new ArrayList<>();
    double confidence = RULE.confidence(CASES);
    Estimate estimate;
    do {
      double pair = truth * Math.exp(spread * random.nextGaussian());
      logs.add(Estimate.logRatio(times(random, 100, spread), times(random, 100 * pair, spread)));
      estimate = Estimate.of(logs, confidence);
    } while (RULE.goesOn(logs.size(), estimate));
    return RULE.verdict(logs.size(), estimate);
  }

  private static double[] times(RandomGenerator random, double nanos, double spread) {
    double[] times = new double[ITERATIONS];
    for (int i = 0; i < ITERATIONS; i++) {
      double disturbed = random.nextInt(20) == 0 ? 1.5 : 1;
      times[i] = nanos * disturbed * Math.exp(spread * random.nextGaussian());
    }
    return times;
  }
}
