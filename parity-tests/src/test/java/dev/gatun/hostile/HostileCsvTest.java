package dev.gatun.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Damaged texts: every engine comes to the same rows, rejects and problems.
class HostileCsvTest {
  private static final long SEED = 4;
  private static final int MUTANTS = 3000;

  @Test
  void damagedTextsAreReadOrRefused() throws InterruptedException {
    List<byte[]> texts = CsvBothEngines.texts();
    long before = Gatun.metrics().memory().liveBytes();
    Campaign campaign =
        new Campaign(
            random -> new CsvMutator(texts, random).next(), SEED, 0, MUTANTS, new CsvBothEngines());
    List<Finding> findings = campaign.run(2);
    assertTrue(findings.isEmpty(), () -> findings.size() + " findings, first " + findings.get(0));
    assertTrue(campaign.readWell() > MUTANTS / 5, "most mutants are rubbish");
    assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
  }
}
