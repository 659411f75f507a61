package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /// Values of printed tables.
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706", "0.975, 2, 4.3027", "0.975, 3, 3.1824", "0.975, 10, 2.2281",
    "0.95, 4, 2.1318", "0.95, 5, 2.0150", "0.99, 2, 6.9646", "0.999, 3, 10.2145",
    "0.999, 11, 4.0247", "0.9995, 30, 3.6460", "0.9, 1, 3.0777"
  })
  void quantiles(double p, int degrees, double t) {
    assertEquals(t, StudentT.quantile(p, degrees), 5e-4);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7", "12"})
  void halfOfItLiesBelowZero(int degrees) {
    assertEquals(0.5, StudentT.probability(0, degrees), 1e-12);
  }
}
