package dev.gatun.internal.files;

import java.util.ArrayList;
import java.util.List;

/// Patterns with `{a,b}` as patterns without. Braces may nest, hold `/` and be empty in part.
final class Braces {
  /// A pattern that stands for more is refused: each of them is tried on every name.
  private static final int MOST = 1024;

  private Braces() {}

  /// @throws IllegalArgumentException when braces do not match or stand for too many patterns
  static List<String> expand(String pattern) {
    int open = next(pattern, 0, "{}");
    if (open < 0) {
      return List.of(pattern);
    }
    if (pattern.charAt(open) == '}') {
      throw new IllegalArgumentException("} closes nothing");
    }
    List<String> choices = new ArrayList<>();
    int close = choices(pattern, open, choices);
    List<String> expanded = new ArrayList<>();
    for (String tail : expand(pattern.substring(close + 1))) {
      for (String choice : choices) {
        for (String middle : expand(choice)) {
          expanded.add(pattern.substring(0, open) + middle + tail);
          if (expanded.size() > MOST) {
            throw new IllegalArgumentException("it stands for more than " + MOST + " patterns");
          }
        }
      }
    }
    return expanded;
  }

  /// @return where the brace opened at `open` is closed
  private static int choices(String pattern, int open, List<String> into) {
    int depth = 0;
    int start = open + 1;
    for (int i = next(pattern, start, "{,}"); i >= 0; i = next(pattern, i + 1, "{,}")) {
      char c = pattern.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        into.add(pattern.substring(start, i));
        start = i + 1;
        if (c == '}') {
          return i;
        }
      }
    }
    throw new IllegalArgumentException("{ is not closed");
  }

  /// The next of some characters that is neither escaped nor in a class, -1 when there is none.
  private static int next(String pattern, int from, String characters) {
    for (int i = from; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = endOfClass(pattern, i);
      } else if (characters.indexOf(c) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int endOfClass(String pattern, int open) {
    int i = open + 1;
    if (i < pattern.length() && pattern.charAt(i) == '!') {
      i++;
    }
    for (int first = i; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.charAt(i) == ']' && i > first) {
        return i;
      }
    }
    return pattern.length();
  }
}
