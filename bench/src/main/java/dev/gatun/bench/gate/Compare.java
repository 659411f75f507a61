package dev.gatun.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The main program of `bench/compare`, which builds what is to be compared and passes its options
/// on.
public final class Compare {
  /// 4 pairs of JVMs for all, up to 16 for what looks half as slow as is forbidden.
  static final int FEW = 4;

  static final int MANY = 16;
  static final double FALSE_ALARMS = 0.05;
  static final Pace PACE = new Pace(200, 8, 30);

  private Compare() {}

  /// Exits with 0 when the head may pass, 1 when it is slower, 2 when nothing could be measured.
  public static void main(String[] args) {
    try {
      System.exit(run(args) ? 0 : 1);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("compare: " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(String[] args) throws IOException {
    Set<String> named =
        Set.of(
            "--threshold",
            "--only",
            "--out",
            "--base-name",
            "--base-commit",
            "--head-name",
            "--head-commit");
    Options options = new Options(args, named, Set.of());
    if (options.rest().size() != 2) {
      throw new IllegalArgumentException("two jars wanted: BASE HEAD");
    }
    Path base = jar(options.rest().get(0));
    Path head = jar(options.rest().get(1));
    double threshold = options.number("--threshold", 10) / 100.0;
    Rule rule = new Rule(threshold, threshold / 2, FEW, MANY, FALSE_ALARMS);
    Path out = Files.createDirectories(Path.of(options.get("--out", "build/compare")));
    Instant start = Instant.now();
    Session session =
        new Session(
            WorkerClasses.copyTo(out.resolve("worker")),
            new Session.Contender(base, Case::natives),
            new Session.Contender(head, Case::natives),
            rule,
            PACE,
            System.err);
    List<Series> all = session.run(chosen(options.get("--only", "")));
    Comparison comparison =
        new Comparison(
            build(options, "--base", base),
            build(options, "--head", head),
            rule,
            all,
            Machine.describe(session.tier()),
            start.truncatedTo(ChronoUnit.SECONDS).toString(),
            Duration.between(start, Instant.now()).toSeconds());
    if (comparison.measured().isEmpty()) {
      throw new IOException("nothing could be compared:\n" + Tables.plain(comparison));
    }
    System.out.print(Tables.plain(comparison));
    Files.writeString(out.resolve("report.md"), Tables.markdown(comparison));
    Files.writeString(out.resolve("ratios.svg"), RatioChart.svg(comparison));
    Results.write(out.resolve("result.json"), Results.of(comparison));
    System.err.println("written to " + out + ": report.md, ratios.svg, result.json");
    return comparison.passed();
  }

  /// The cases whose name matches.
  static List<Case> chosen(String only) {
    Pattern pattern = Pattern.compile(only);
    List<Case> cases = Cases.ALL.stream().filter(c -> pattern.matcher(c.name()).find()).toList();
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("no case is called like " + only);
    }
    return cases;
  }

  static Path jar(String name) {
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return path;
  }

  private static Comparison.Build build(Options options, String side, Path jar) {
    return new Comparison.Build(
        options.get(side + "-name", jar.toString()), options.get(side + "-commit", ""));
  }
}
