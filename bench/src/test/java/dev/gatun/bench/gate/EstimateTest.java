package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void theIntervalIsStudents() {
    // Mean 0.2, standard error 0.1 / sqrt(3), t(0.975; 2) = 4.3027.
    Estimate estimate = Estimate.of(List.of(0.1, 0.2, 0.3), 0.975);
    assertEquals(Math.exp(0.2), estimate.ratio(), 1e-12);
    assertEquals(Math.exp(0.2 - 0.248415), estimate.lower(), 1e-5);
    assertEquals(Math.exp(0.2 + 0.248415), estimate.upper(), 1e-5);
  }

  @Test
  void oneObservationSaysNothing() {
    assertEquals(new Estimate(1, 0, Double.POSITIVE_INFINITY), Estimate.of(List.of(0.0), 0.95));
  }

  @Test
  void disturbedIterationsDoNotMoveTheRatio() {
    double[] base = {10, 10, 10, 90, 10, 10};
    double[] head = {12, 12, 12, 12, 12, 300};
    assertEquals(Math.log(1.2), Estimate.logRatio(base, head), 1e-12);
  }

  @Test
  void pairingCancelsDrift() {
    double[] base = {10, 11, 13, 17};
    double[] head = {11, 12.1, 14.3, 18.7};
    assertEquals(Math.log(1.1), Estimate.logRatio(base, head), 1e-12);
  }

  @Test
  void medians() {
    assertEquals(2, Estimate.median(3, 1, 2));
    assertEquals(2.5, Estimate.median(4, 1, 2, 3));
    assertEquals(Double.NaN, Estimate.median());
  }
}
