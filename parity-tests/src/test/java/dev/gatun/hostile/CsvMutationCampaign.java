package dev.gatun.hostile;

import java.io.IOException;
import java.util.List;

/// Reads as many damaged texts as one likes:
///
/// ```
/// java … dev.gatun.hostile.CsvMutationCampaign SEED COUNT THREADS [FIRST]
/// ```
///
/// The texts are those of the corpus (`gatun.corpus.dir`). See [MutationCampaign] for the rest.
public final class CsvMutationCampaign {
  private CsvMutationCampaign() {}

  /// See the class.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3 && args.length != 4) {
      System.err.println("usage: CsvMutationCampaign SEED COUNT THREADS [FIRST]");
      System.exit(2);
    }
    List<byte[]> texts = CsvBothEngines.texts();
    MutationCampaign.run(
        random -> new CsvMutator(texts, random).next(), new CsvBothEngines(), "csv", args);
  }
}
