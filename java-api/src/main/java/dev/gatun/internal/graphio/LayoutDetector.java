package dev.gatun.internal.graphio;

import dev.gatun.graph.EdgeListReader.Header;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.graphio.Columns.Named;
import dev.gatun.internal.graphio.Columns.Numbered;
import dev.gatun.internal.graphio.Columns.Usual;
import org.jspecify.annotations.Nullable;

/// Finds out from the first lines of a text where things are on all of them.
final class LayoutDetector {
  private static final int WEIGHT_POSITION = 2;

  /// How far to look for the second line that is no comment.
  private static final long FAR = 4L << 20;

  private final ReadOptions options;
  private final TextLayout layout;

  /// Looks at the first two lines that are no comments, and passes over a header.
  LayoutDetector(LinesAhead ahead, ReadOptions options) {
    this.options = options;
    Line firstLine = ahead.next();
    while (firstLine != null && firstLine.isIgnored()) {
      ahead.pass();
      firstLine = ahead.next();
    }
    if (firstLine == null) {
      layout = TextLayout.unweighted(Separator.BLANKS, 0, 0, 1, false);
      return;
    }
    Separator separator =
        options.separator() != 0
            ? new Separator((byte) options.separator())
            : SeparatorDetector.detect(firstLine);
    Fields first = split(firstLine, separator);
    Line secondLine = ahead.nextOf(FAR);
    @Nullable Fields second = secondLine == null ? null : split(secondLine, separator);
    boolean hasHeader = hasHeader(first, second);
    ahead.back();
    if (hasHeader) {
      ahead.next();
      ahead.pass();
    }
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
    int width = data == null ? 0 : data.count();
    return switch (options.columns()) {
      case Numbered(int source, int target, int weight) ->
          chosen(separator, width, source, target, weight);
      case Named _ when header == null ->
          throw new IllegalArgumentException("columns are wanted by name, but there is no header");
      case Named(String source, String target, String weight) ->
          chosen(
              separator,
              width,
              named(header, source),
              named(header, target),
              weight == null ? -1 : named(header, weight));
      case Usual _ when header != null && hasUsualNames(header) ->
          chosen(
              separator,
              width,
              HeaderNames.SOURCE.column(header),
              HeaderNames.TARGET.column(header),
              HeaderNames.WEIGHT.column(header));
      case Usual _ -> byPosition(separator, data);
    };
  }

  private TextLayout chosen(Separator separator, int width, int source, int target, int weight) {
    WeightType wish = options.weights();
    if (wish == WeightType.NONE || (wish == null && weight < 0)) {
      return TextLayout.unweighted(separator, width, source, target, false);
    }
    if (weight < 0) {
      throw new IllegalArgumentException(wish + " weights are wanted, but no column for them");
    }
    WeightRule rule = wish == null ? WeightRule.AUTO : WeightRule.exactly(wish);
    return new TextLayout(separator, width, source, target, weight, false, rule);
  }

  private TextLayout byPosition(Separator separator, @Nullable Fields data) {
    int width = data == null ? 0 : data.count();
    if (options.weights() != null) {
      return chosen(separator, width, 0, 1, WEIGHT_POSITION);
    }
    if (data == null || data.count() <= WEIGHT_POSITION || data.isEmpty(WEIGHT_POSITION)) {
      return TextLayout.unweighted(separator, width, 0, 1, true);
    }
    if (!data.isNumber(WEIGHT_POSITION)) {
      throw data.unexpected(
          "a number as weight in the third column (weights can be switched off)", WEIGHT_POSITION);
    }
    return chosen(separator, width, 0, 1, WEIGHT_POSITION);
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
