package dev.gatun.bench.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A comparison as text, for a terminal and for a pull request.
final class Tables {
  private Tables() {}

  static String plain(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    String form = "%-34s %11s %11s  %-22s %5s  %s%n";
    text.append(
        form.formatted("kernel", "base ns", "head ns", "ratio [interval]", "pairs", "verdict"));
    for (Series series : sorted(comparison)) {
      text.append(
          form.formatted(
              series.of().name(),
              nanos(series.baseNanos()),
              nanos(series.headNanos()),
              ratio(comparison, series),
              series.rounds().size(),
              verdict(series)));
    }
    return text + comparison.summary() + System.lineSeparator();
  }

  static String markdown(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("### Performance: ").append(comparison.summary()).append("\n\n");
    text.append(
        "%s against %s, in turns on %s (%s cores, %s), %d s. An interval holds for all cases together with %.0f %% confidence.%n%n"
            .formatted(
                comparison.head().label(),
                comparison.base().label(),
                comparison.machine().get("cpu"),
                comparison.machine().get("cores"),
                comparison.machine().get("tier"),
                comparison.seconds(),
                100 * (1 - comparison.rule().falseAlarms())));
    List<Series> all = sorted(comparison);
    List<Series> notable = all.stream().filter(s -> s.verdict() != Verdict.SAME).toList();
    if (!notable.isEmpty()) {
      text.append(rows(comparison, notable)).append('\n');
    }
    text.append("<details><summary>All cases</summary>\n\n");
    text.append(rows(comparison, all)).append("\n</details>\n");
    return text.toString();
  }

  private static String rows(Comparison comparison, List<Series> some) {
    StringBuilder text =
        new StringBuilder("| kernel | base ns | head ns | ratio [interval] | verdict |\n");
    text.append("| --- | ---: | ---: | --- | --- |\n");
    for (Series series : some) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  series.of().name(),
                  nanos(series.baseNanos()),
                  nanos(series.headNanos()),
                  ratio(comparison, series),
                  series.verdict().fails() ? "**" + verdict(series) + "**" : verdict(series)));
    }
    return text.toString();
  }

  /// The slowest first.
  static List<Series> sorted(Comparison comparison) {
    Comparator<Series> byVerdict = Comparator.comparing(series -> !series.verdict().fails());
    return comparison.all().stream()
        .sorted(byVerdict.thenComparing(series -> -comparison.estimate(series).ratio()))
        .toList();
  }

  private static String verdict(Series series) {
    return series.verdict().text()
        + (series.trouble().startsWith("failed") ? ": " + series.trouble() : "");
  }

  private static String ratio(Comparison comparison, Series series) {
    if (series.rounds().isEmpty()) {
      return "";
    }
    Estimate e = comparison.estimate(series);
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", e.ratio(), e.lower(), e.upper());
  }

  /// Four digits that count; an operation may be a value or a whole graph.
  static String nanos(double nanos) {
    if (Double.isNaN(nanos)) {
      return "";
    }
    int decimals = nanos >= 1000 ? 0 : nanos >= 100 ? 1 : nanos >= 10 ? 2 : nanos >= 1 ? 3 : 4;
    return String.format(Locale.ROOT, "%,." + decimals + "f", nanos);
  }
}
