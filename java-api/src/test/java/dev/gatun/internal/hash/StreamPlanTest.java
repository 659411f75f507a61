package dev.gatun.internal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Large files over workers.
final class StreamPlanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 8, 0, 0",
    "1, 1, 1, 1",
    "1, 8, 1, 1",
    "2, 2, 1, 2", // one hashes both, one reads
    "2, 4, 2, 1", // two hash, two read
    "3, 2, 1, 3",
    "4, 2, 2, 2",
    "100, 2, 2, 4",
    "16, 16, 8, 2",
    "100, 1, 1, 4",
  })
  void nativeKernelsHashSeveralAtATime(int files, int workers, int chains, int streams) {
    assertEquals(new StreamPlan(chains, streams), StreamPlan.of(files, workers, true));
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 0, 0", "1, 4, 1, 1", "3, 4, 3, 1", "9, 4, 4, 1"})
  void javaHashesOneAtATime(int files, int workers, int chains, int streams) {
    assertEquals(new StreamPlan(chains, streams), StreamPlan.of(files, workers, false));
  }
}
