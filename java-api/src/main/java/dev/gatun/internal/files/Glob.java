package dev.gatun.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern for one component of a path: literals, `?`, `*`, `[…]`, escapes by `\`. Case-sensitive
/// on every platform; `?` and a class stand for one code point.
final class Glob {
  private sealed interface Part {}

  private record Literal(int codePoint) implements Part {}

  private record AnyOne() implements Part {}

  private record AnyRun() implements Part {}

  private record OneOf(boolean negated, List<int[]> ranges) implements Part {
    boolean has(int codePoint) {
      boolean found = ranges.stream().anyMatch(r -> r[0] <= codePoint && codePoint <= r[1]);
      return found != negated;
    }
  }

  private final Part[] parts;
  private final boolean dotted;

  /// What follows a leading `*` when that is all there is, as in `*.sql`; null otherwise.
  private final @Nullable String ending;

  private Glob(List<Part> parts) {
    this.parts = parts.toArray(new Part[0]);
    this.dotted = !parts.isEmpty() && parts.getFirst() instanceof Literal(int c) && c == '.';
    this.ending = ending(parts);
  }

  private static @Nullable String ending(List<Part> parts) {
    if (parts.isEmpty() || !(parts.getFirst() instanceof AnyRun)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (Part part : parts.subList(1, parts.size())) {
      if (!(part instanceof Literal(int c))) {
        return null;
      }
      text.appendCodePoint(c);
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException when a class or an escape has no end
  static Glob compile(String component) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < component.length(); ) {
      int c = component.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '?' -> parts.add(new AnyOne());
        case '*' -> {
          if (parts.isEmpty() || !(parts.getLast() instanceof AnyRun)) {
            parts.add(new AnyRun());
          }
        }
        case '[' -> i = addClass(component, i, parts);
        case '\\' -> {
          int escaped = escaped(component, i);
          parts.add(new Literal(escaped));
          i += Character.charCount(escaped);
        }
        default -> parts.add(new Literal(c));
      }
    }
    return new Glob(parts);
  }

  private static int escaped(String text, int at) {
    if (at == text.length()) {
      throw new IllegalArgumentException("\\ escapes nothing");
    }
    return text.codePointAt(at);
  }

  /// A `]` that comes first, or a `-` that comes first or last, is one of the characters.
  private static int addClass(String text, int start, List<Part> parts) {
    int i = start;
    boolean negated = i < text.length() && text.charAt(i) == '!';
    if (negated) {
      i++;
    }
    List<int[]> ranges = new ArrayList<>();
    while (i < text.length() && (text.charAt(i) != ']' || ranges.isEmpty())) {
      int[] end = {i};
      int from = classMember(text, end);
      int to = from;
      int dash = end[0];
      if (dash + 1 < text.length() && text.charAt(dash) == '-' && text.charAt(dash + 1) != ']') {
        end[0] = dash + 1;
        to = classMember(text, end);
        if (to < from) {
          throw new IllegalArgumentException(
              "the range " + text.substring(i, end[0]) + " is backwards");
        }
      }
      ranges.add(new int[] {from, to});
      i = end[0];
    }
    if (i >= text.length()) {
      throw new IllegalArgumentException("[ is not closed");
    }
    parts.add(new OneOf(negated, ranges));
    return i + 1;
  }

  private static int classMember(String text, int[] at) {
    int i = text.charAt(at[0]) == '\\' ? at[0] + 1 : at[0];
    int c = i == at[0] ? text.codePointAt(i) : escaped(text, i);
    at[0] = i + Character.charCount(c);
    return c;
  }

  /// Whether the pattern itself begins with a dot.
  boolean isDotted() {
    return dotted;
  }

  /// O(name · pattern).
  boolean matches(String name) {
    if (ending != null) {
      return name.endsWith(ending);
    }
    int part = 0;
    int at = 0;
    int run = -1; // the last AnyRun met, and where what it stands for ends
    int runEnd = 0;
    while (at < name.length()) {
      int c = name.codePointAt(at);
      if (part < parts.length && parts[part] instanceof AnyRun) {
        run = part++;
        runEnd = at;
      } else if (part < parts.length && matches(parts[part], c)) {
        part++;
        at += Character.charCount(c);
      } else if (run >= 0) {
        part = run + 1;
        runEnd += Character.charCount(name.codePointAt(runEnd));
        at = runEnd;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] instanceof AnyRun) {
      part++;
    }
    return part == parts.length;
  }

  private static boolean matches(Part part, int codePoint) {
    return switch (part) {
      case Literal(int c) -> c == codePoint;
      case AnyOne _ -> true;
      case AnyRun _ -> false;
      case OneOf set -> set.has(codePoint);
    };
  }
}
