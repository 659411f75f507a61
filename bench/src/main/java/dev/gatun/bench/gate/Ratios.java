package dev.gatun.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The main program of `bench/ratios`: how much faster native kernels are than their Java twins.
/// The two run in turns, like two builds, and the speed-ups are compared with a baseline.
public final class Ratios {
  private static final int PAIRS = 3;

  /// Java has to be compiled before it is measured.
  private static final Pace PACE = new Pace(800, 8, 30);

  /// A bound is passed by chance in one of so many; the tolerance is there besides.
  private static final double CONFIDENCE = 0.99;

  private final Baseline baseline;
  private final List<String> fallen = new ArrayList<>();
  private final StringBuilder table =
      new StringBuilder("| kernel | native ns | Java ns | speed-up [interval] | at least | |\n");
  private final Map<String, Estimate> speedups = new LinkedHashMap<>();

  private Ratios(Baseline baseline) {
    this.baseline = baseline;
    table.append("| --- | ---: | ---: | --- | ---: | --- |\n");
  }

  /// Exits with 0 when no ratio fell, 1 when one did, 2 when nothing could be measured.
  public static void main(String[] args) {
    try {
      System.exit(run(args) ? 0 : 1);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("ratios: " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(String[] args) throws IOException {
    Options options =
        new Options(args, Set.of("--baseline", "--commit", "--only", "--out"), Set.of("--update"));
    if (options.rest().size() != 1) {
      throw new IllegalArgumentException("one jar wanted");
    }
    Path jar = Compare.jar(options.rest().getFirst());
    Path file = Path.of(options.get("--baseline", "bench/baseline.json"));
    Path out = Files.createDirectories(Path.of(options.get("--out", "build/ratios")));
    Session session =
        new Session(
            WorkerClasses.copyTo(out.resolve("worker")),
            new Session.Contender(jar, Case::natives),
            new Session.Contender(jar, Case::java),
            Rule.fixed(PAIRS),
            PACE,
            System.err);
    List<Series> all = session.run(Compare.chosen(options.get("--only", "")));
    Map<String, Object> machine = Machine.describe(session.tier());
    String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String commit = options.get("--commit", "");
    Ratios ratios = new Ratios(Baseline.read(file, session.tier()));
    all.forEach(ratios::add);
    String summary = ratios.summary(session.tier());
    System.out.println(ratios.table + "\n" + summary);
    Files.writeString(
        out.resolve("report.md"),
        "### Native against Java: %s%n%n%s, %s cores, %s%n%n%s"
            .formatted(
                summary, machine.get("cpu"), machine.get("cores"), session.tier(), ratios.table));
    Results.write(out.resolve("result.json"), Results.ofRatios(all, machine, commit, date));
    if (options.has("--update")) {
      Baseline.update(file, machine, commit, date, ratios.speedups);
      System.err.println("written to " + file);
      return true;
    }
    return ratios.fallen.isEmpty();
  }

  private void add(Series series) {
    String name = series.of().name();
    if (series.rounds().isEmpty()) {
      fallen.add(name);
      table.append("| %s | | | | | **%s** |%n".formatted(name, series.trouble()));
      return;
    }
    Estimate speedup = series.estimate(CONFIDENCE);
    speedups.put(name, speedup);
    Baseline.Entry entry = baseline.of(series.of());
    boolean fell = entry != null && speedup.upper() < entry.least();
    if (fell) {
      fallen.add(name);
    }
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %.2f [%.2f, %.2f] | %s | %s |%n",
            name,
            Tables.nanos(series.baseNanos()),
            Tables.nanos(series.headNanos()),
            speedup.ratio(),
            speedup.lower(),
            speedup.upper(),
            entry == null ? "" : String.format(Locale.ROOT, "%.2f", entry.least()),
            entry == null ? "no baseline" : fell ? "**fell**" : "ok"));
  }

  private String summary(String tier) {
    if (!fallen.isEmpty()) {
      return "FAILED: " + String.join(", ", fallen);
    }
    return baseline.entries().isEmpty()
        ? "nothing to compare with: the baseline has no machine of the tier " + tier
        : "passed: no speed-up fell below the baseline's tolerance";
  }
}
