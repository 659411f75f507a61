package dev.gatun.bench.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final Case FIRST = Cases.ALL.getFirst();
  private static final Map<String, Object> AVX2 = Map.of("tier", "avx2", "cpu", "some");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("baseline.json");
  }

  @Test
  void aTierThatNobodyMeasuredIsEmpty() throws IOException {
    assertEquals(Map.of(), Baseline.read(file(), "neon").entries());
  }

  @Test
  void uncertaintyWidensTheTolerance() throws IOException {
    Baseline.update(
        file(), AVX2, "c0ffee", "2026-01-01", Map.of(FIRST.name(), new Estimate(4, 3.6, 4.4)));
    Baseline.Entry entry = Baseline.read(file(), "avx2").of(FIRST);
    assertEquals(new Baseline.Entry(4, 0.45), entry);
    assertEquals(2.2, entry.least(), 1e-12);
    assertNull(Baseline.read(file(), "avx512").of(FIRST));
  }

  @Test
  void otherTiersAndCasesStay() throws IOException {
    Map<String, Object> neon = Map.of("tier", "neon", "cpu", "other");
    Baseline.update(file(), AVX2, "a", "b", Map.of("one", new Estimate(2, 2, 2)));
    Baseline.update(file(), neon, "a", "b", Map.of("one", new Estimate(3, 3, 3)));
    Baseline.update(file(), AVX2, "a", "b", Map.of("two", new Estimate(5, 5, 5)));
    assertEquals(
        Map.of("one", new Baseline.Entry(2, 0.35), "two", new Baseline.Entry(5, 0.35)),
        Baseline.read(file(), "avx2").entries());
    assertEquals(
        Map.of("one", new Baseline.Entry(3, 0.35)), Baseline.read(file(), "neon").entries());
  }
}
