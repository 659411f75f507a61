package dev.gatun.hostile;

import dev.gatun.parquet.StringLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Reads as many damaged files as one likes:
///
/// ```
/// java … dev.gatun.hostile.MutationCampaign FILES SEED COUNT THREADS [FIRST]
/// ```
///
/// FILES is a folder of Parquet files. Each finding is printed, and its file is written to the
/// working directory. Ends with 1 when there are findings. COUNT 1 and FIRST the number of a
/// finding repeat it.
public final class MutationCampaign {
  private MutationCampaign() {}

  /// See the class.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 4 && args.length != 5) {
      System.err.println("usage: MutationCampaign FILES SEED COUNT THREADS [FIRST]");
      System.exit(2);
    }
    List<byte[]> files = SeedFiles.under(Path.of(args[0]));
    run(
        random -> new Mutator(files, random).next(),
        new BothEngines(StringLayout.OFFSETS),
        "parquet",
        Arrays.copyOfRange(args, 1, args.length));
  }

  /// Runs a campaign and ends the JVM.
  ///
  /// @param ending of the names of files that are written
  /// @param args seed, number of mutants, threads and, perhaps, the first one's number
  static void run(
      Function<RandomGenerator, byte[]> mutate,
      Function<byte[], List<Verdict>> read,
      String ending,
      String[] args)
      throws IOException, InterruptedException {
    long seed = Long.parseLong(args[0]);
    long count = Long.parseLong(args[1]);
    long first = args.length == 4 ? Long.parseLong(args[3]) : 0;
    long start = System.nanoTime();
    Campaign campaign = new Campaign(mutate, seed, first, count, read);
    List<Finding> findings = campaign.run(Integer.parseInt(args[2]));
    for (Finding finding : findings) {
      System.out.println(finding);
      Path mutant = Path.of("mutant-" + seed + "-" + finding.number() + "." + ending);
      Files.write(mutant, campaign.mutant(finding.number()));
    }
    System.out.printf(
        "%d mutants in %d s: %d findings; %d could be read%n",
        count,
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        findings.size(),
        campaign.readWell());
    // A thread that hangs must not keep the JVM.
    System.exit(findings.isEmpty() ? 0 : 1);
  }
}
