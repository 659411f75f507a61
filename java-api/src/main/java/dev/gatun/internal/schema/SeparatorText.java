package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.Engine;
import dev.gatun.InputFormatException;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Open;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Fills a separator's template for one file after another, and sees to it that no name gets out of
/// where the template puts it. For one thread.
final class SeparatorText {
  private final Template template;
  private final Tallies tallies = new Tallies(Engine.JAVA);
  private final Counted<SqlScan.Scanner> scanner;
  private final int count;
  private boolean wild;

  /// Where a text ends.
  private record Place(Open open, long begin, int depth) {}

  SeparatorText(Template template, int rules, int count) {
    this.template = template;
    this.count = count;
    // On Java: the texts are short, and on the heap.
    this.scanner = tallies.on(Kernels.SQL_SCAN).open(kernel -> kernel.open(rules));
  }

  /// Checks the template itself.
  ///
  /// @throws IllegalArgumentException when it does not close what it opens
  void check() {
    Open open = place(fill("x", 1)).open;
    if (open != Open.NOTHING) {
      throw new IllegalArgumentException(
          "the separator leaves " + Grammar.describe(open) + " open that it begins");
    }
  }

  /// The separator in front of a file.
  ///
  /// @throws InputFormatException when its name would end a comment or string, or begin one
  String of(String path, int index) {
    wild = false;
    String text = fill(path, index);
    if (wild && place(text).open != Open.NOTHING) {
      throw unfit(path);
    }
    return text;
  }

  private String fill(String path, int index) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      switch (piece) {
        case Template.Text(String plain) -> text.append(plain);
        case Template.Value(Template.Field field) -> {
          String value = Template.value(field, path, index, count);
          if (!isTame(value)) {
            checkWild(path, text.toString(), value);
          }
          text.append(value);
        }
      }
    }
    return text.toString();
  }

  /// Whether a value can be put anywhere.
  private static boolean isTame(String value) {
    return value
            .chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "_./-".indexOf(c) >= 0))
        && !value.contains("--")
        && !value.startsWith("-")
        && !value.endsWith("-");
  }

  /// A value that is not tame may stand in comments and quotes that it leaves as they are.
  private void checkWild(String path, String before, String value) {
    wild = true;
    Place place = place(before);
    boolean stays =
        place.open != Open.NOTHING
            && value.chars().noneMatch(SeparatorText::endsLine)
            && place(before + value).equals(place);
    if (!stays) {
      throw unfit(path);
    }
  }

  private static boolean endsLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private Place place(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    MemorySegment segment = MemorySegment.ofArray(new byte[bytes.length + Slack.BYTES]);
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
    scanner.tally().begin(bytes.length);
    try {
      SqlScan.Scanner scan = scanner.kernel();
      Open open = scan.scan(segment, 0, bytes.length);
      scanner.tally().end(1, bytes.length);
      return new Place(open, open == Open.NOTHING ? 0 : scan.begin(), scan.depth());
    } finally {
      tallies.flush();
    }
  }

  private static InputFormatException unfit(String path) {
    return new InputFormatException(
        path, 0, 0, -1, "its name has characters that the separator cannot hold");
  }
}
