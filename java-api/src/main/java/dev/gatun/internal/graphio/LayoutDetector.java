package dev.gatun.internal.graphio;

import dev.gatun.graph.EdgeListReader.Header;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.graphio.Columns.Named;
import dev.gatun.internal.graphio.Columns.Numbered;
import dev.gatun.internal.graphio.Columns.Usual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out from the first lines of a text where things are on all of them.
final class LayoutDetector {
  private static final int WEIGHT_POSITION = 2;

  private final ReadOptions options;
  private final List<Line> lines = new ArrayList<>();
  private final boolean hasHeader;
  private final TextLayout layout;

  /// Reads up to the second line that is no comment.
  LayoutDetector(LineBuffer in, ReadOptions options) {
    this.options = options;
    Line line = new Line(in.source().name());
    while (lines.size() < 2 && in.next(line)) {
      if (!line.isIgnored()) {
        lines.add(line.copy());
      }
    }
    if (lines.isEmpty()) {
      hasHeader = false;
      layout = TextLayout.unweighted(Separator.BLANKS, 0, 1, false);
      return;
    }
    Separator separator =
        options.separator() != 0
            ? new Separator((byte) options.separator())
            : SeparatorDetector.detect(lines.getFirst());
    Fields first = split(lines.getFirst(), separator);
    @Nullable Fields second = lines.size() == 1 ? null : split(lines.get(1), separator);
    hasHeader = hasHeader(first, second);
    layout = layout(separator, hasHeader ? first : null, hasHeader ? second : first);
  }

  private static Fields split(Line line, Separator separator) {
    Fields fields = new Fields();
    fields.split(line, separator, Integer.MAX_VALUE);
    return fields;
  }

  /// Where things are.
  TextLayout layout() {
    return layout;
  }

  /// The data among the lines that were read.
  List<Line> dataLines() {
    return hasHeader ? lines.subList(1, lines.size()) : lines;
  }

  private boolean hasHeader(Fields first, @Nullable Fields second) {
    if (options.header() != Header.AUTO) {
      return options.header() == Header.PRESENT;
    }
    return switch (options.columns()) {
      case Named _ -> true;
      case Numbered(int source, int target, int weight) ->
          looksLikeHeader(first, second, source, target, weight);
      case Usual _ -> looksLikeHeader(first, second, 0, 1, WEIGHT_POSITION) || hasUsualNames(first);
    };
  }

  private static boolean looksLikeHeader(
      Fields first, @Nullable Fields second, int source, int target, int weight) {
    if (second == null || first.isNumber(source) || first.isNumber(target)) {
      return false;
    }
    boolean idsBecomeNumbers = second.isNumber(source) && second.isNumber(target);
    boolean weightBecomesNumber =
        weight >= 0
            && weight < first.count()
            && !first.isNumber(weight)
            && !first.isEmpty(weight)
            && second.isNumber(weight);
    return idsBecomeNumbers || weightBecomesNumber;
  }

  private static boolean hasUsualNames(Fields header) {
    return HeaderNames.SOURCE.column(header) >= 0 && HeaderNames.TARGET.column(header) >= 0;
  }

  private TextLayout layout(Separator separator, @Nullable Fields header, @Nullable Fields data) {
    return switch (options.columns()) {
      case Numbered(int source, int target, int weight) ->
          chosen(separator, source, target, weight);
      case Named _ when header == null ->
          throw new IllegalArgumentException("columns are wanted by name, but there is no header");
      case Named(String source, String target, String weight) ->
          chosen(
              separator,
              named(header, source),
              named(header, target),
              weight == null ? -1 : named(header, weight));
      case Usual _ when header != null && hasUsualNames(header) ->
          chosen(
              separator,
              HeaderNames.SOURCE.column(header),
              HeaderNames.TARGET.column(header),
              HeaderNames.WEIGHT.column(header));
      case Usual _ -> byPosition(separator, data);
    };
  }

  private TextLayout chosen(Separator separator, int source, int target, int weight) {
    WeightType wish = options.weights();
    if (wish == WeightType.NONE || (wish == null && weight < 0)) {
      return TextLayout.unweighted(separator, source, target, false);
    }
    if (weight < 0) {
      throw new IllegalArgumentException(wish + " weights are wanted, but no column for them");
    }
    WeightRule rule = wish == null ? WeightRule.AUTO : WeightRule.exactly(wish);
    return new TextLayout(separator, source, target, weight, false, rule);
  }

  private TextLayout byPosition(Separator separator, @Nullable Fields data) {
    if (options.weights() != null) {
      return chosen(separator, 0, 1, WEIGHT_POSITION);
    }
    if (data == null || data.count() <= WEIGHT_POSITION || data.isEmpty(WEIGHT_POSITION)) {
      return TextLayout.unweighted(separator, 0, 1, true);
    }
    if (!data.isNumber(WEIGHT_POSITION)) {
      throw data.unexpected(
          "a number as weight in the third column (weights can be switched off)", WEIGHT_POSITION);
    }
    return chosen(separator, 0, 1, WEIGHT_POSITION);
  }

  private static int named(Fields header, String name) {
    int match = -1;
    for (int i = header.count() - 1; i >= 0; i--) {
      if (header.text(i).equals(name)) {
        return i;
      }
      match = header.text(i).equalsIgnoreCase(name) ? i : match;
    }
    if (match < 0) {
      throw header.unexpected("a column named \"" + name + "\"", 0);
    }
    return match;
  }
}
