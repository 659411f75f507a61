package dev.gatun.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.parquet.StringLayout;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged files: every engine reads them or refuses them, and both do the same.
class HostileParquetTest {
  private static final long SEED = 3;
  private static final int MUTANTS = 2000;

  @ParameterizedTest
  @EnumSource
  void damagedFilesAreReadOrRefused(StringLayout strings) throws InterruptedException {
    check(new BothEngines(strings));
  }

  @Test
  void damagedMetadataIsReadOrRefused() throws InterruptedException {
    check(new AllMetadata());
  }

  private static void check(Function<byte[], List<Verdict>> read) throws InterruptedException {
    List<byte[]> files = SeedFiles.ofCorpus();
    long before = Gatun.metrics().memory().liveBytes();
    Campaign campaign =
        new Campaign(random -> new Mutator(files, random).next(), SEED, 0, MUTANTS, read);
    List<Finding> findings = campaign.run(2);
    assertTrue(findings.isEmpty(), () -> findings.size() + " findings, first " + findings.get(0));
    assertTrue(campaign.readWell() > MUTANTS / 20, "most mutants are rubbish");
    assertEquals(before, Gatun.metrics().memory().liveBytes(), "bytes left behind");
  }
}
