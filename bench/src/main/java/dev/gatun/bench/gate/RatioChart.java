package dev.gatun.bench.gate;

import java.util.List;
import java.util.Locale;

/// A comparison as a picture: a line per case, its ratio and interval.
final class RatioChart {
  private static final int LABELS = 260;
  private static final int PLOT = 480;
  private static final int RIGHT = 160;
  private static final int TOP = 64;
  private static final int LINE = 18;

  private RatioChart() {}

  static String svg(Comparison comparison) {
    List<Series> all =
        Tables.sorted(comparison).stream().filter(s -> !s.rounds().isEmpty()).toList();
    double limit = 1 + comparison.rule().threshold();
    // The scale ends where the estimates do; an interval that is longer is cut off.
    double most = Math.max(limit + 0.05, 1.02);
    for (Series series : all) {
      double ratio = comparison.estimate(series).ratio();
      most = Math.max(most, Math.max(ratio, 1 / ratio) * 1.05);
    }
    int height = TOP + all.size() * LINE + 34;
    int width = LABELS + PLOT + RIGHT;
    Canvas canvas = new Canvas(Math.log(most));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">%n"
            .formatted(width, height, width, height));
    svg.append(STYLE);
    svg.append("<rect class=\"page\" width=\"%d\" height=\"%d\"/>%n".formatted(width, height));
    svg.append(text(16, 26, "title", "Time of head / time of base"));
    svg.append(
        text(16, 46, "note", comparison.head().label() + " against " + comparison.base().label()));
    int bottom = TOP + all.size() * LINE;
    svg.append(
        "<rect class=\"slow\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n"
            .formatted(canvas.x(limit), TOP, LABELS + PLOT - canvas.x(limit), bottom - TOP));
    for (double tick : ticks(most)) {
      svg.append(
          "<path class=\"%s\" d=\"M%.1f %dV%d\"/>%n"
              .formatted(tick == 1 ? "one" : "grid", canvas.x(tick), TOP, bottom));
      svg.append(
          text(canvas.x(tick), bottom + 18, "tick", String.format(Locale.ROOT, "%.2f", tick)));
    }
    for (int i = 0; i < all.size(); i++) {
      line(svg, canvas, comparison, all.get(i), TOP + i * LINE + LINE / 2);
    }
    return svg.append("</svg>\n").toString();
  }

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 16px; font-weight: 600 } .note, .tick { fill: #57606a }
        .tick { text-anchor: middle } .name { text-anchor: end }
        .page { fill: #fff } .grid { stroke: #d8dee4 } .one { stroke: #57606a }
        .slow { fill: #cf222e; opacity: .08 }
        .bar { stroke-width: 2.5; fill: none } .same { stroke: #57606a; fill: #57606a }
        .worse { stroke: #cf222e; fill: #cf222e } .better { stroke: #1a7f37; fill: #1a7f37 }
        .unsure { stroke: #bf8700; fill: #bf8700 }
      </style>
      """;

  private static double[] ticks(double most) {
    double step = most < 1.12 ? 0.02 : most < 1.3 ? 0.05 : most < 1.7 ? 0.1 : 0.5;
    int count = (int) ((most - 1) / step);
    double[] ticks = new double[2 * count + 1];
    ticks[0] = 1;
    for (int i = 1; i <= count; i++) {
      ticks[2 * i - 1] = 1 + i * step;
      ticks[2 * i] = 1 / (1 + i * step);
    }
    return ticks;
  }

  private static void line(
      StringBuilder svg, Canvas canvas, Comparison comparison, Series series, int y) {
    Estimate estimate = comparison.estimate(series);
    String kind =
        switch (series.verdict()) {
          case SLOWER -> "worse";
          case FASTER -> "better";
          case UNSURE -> "unsure";
          default -> "same";
        };
    svg.append(text(LABELS - 12, y + 4, "name", series.of().name()));
    svg.append(
        "<path class=\"bar %s\" d=\"M%.1f %dH%.1f\"/>%n"
            .formatted(kind, canvas.x(estimate.lower()), y, canvas.x(estimate.upper())));
    svg.append(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>%n"
            .formatted(kind, canvas.x(estimate.ratio()), y));
    svg.append(
        text(
            LABELS + PLOT + 12,
            y + 4,
            "note",
            String.format(Locale.ROOT, "%.3f %s", estimate.ratio(), series.verdict().text())));
  }

  private static String text(double x, int y, String kind, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(
        Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>%n", kind, x, y, safe);
  }

  /// A logarithmic scale, as far to the left as to the right.
  private record Canvas(double reach) {
    double x(double ratio) {
      double log = Math.clamp(Math.log(ratio), -reach, reach);
      return LABELS + PLOT * (log + reach) / (2 * reach);
    }
  }
}
