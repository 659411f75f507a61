package dev.gatun.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern for relative paths without braces, matched while a tree is walked: a set of states,
/// one bit each, says how many of the pattern's components a folder's path has used up.
final class PathPattern {
  /// The states before the first component.
  static final long START = 1;

  private static final int MOST_COMPONENTS = 62;

  /// One per component, null for `**`.
  private final @Nullable Glob[] components;

  private PathPattern(List<@Nullable Glob> components) {
    this.components = components.toArray(new @Nullable Glob[0]);
  }

  /// The patterns that a text with braces stands for.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  static List<PathPattern> compile(String text) {
    try {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("it is empty");
      }
      return Braces.expand(text).stream().map(PathPattern::compileOne).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("pattern '" + text + "': " + e.getMessage(), e);
    }
  }

  private static PathPattern compileOne(String text) {
    String pattern = text.startsWith("./") ? text.substring(1) : text;
    List<@Nullable Glob> components = new ArrayList<>();
    if (pattern.indexOf('/') < 0) {
      components.add(null); // a name, at any depth
    }
    for (String component : pattern.split("/")) {
      if (component.equals("..") || component.equals(".")) {
        throw new IllegalArgumentException("a path in a file set has no component " + component);
      }
      if (!component.isEmpty()) {
        add(components, component.equals("**") ? null : Glob.compile(component));
      }
    }
    if (pattern.endsWith("/") || components.getLast() == null) {
      add(components, null); // everything below
      components.add(Glob.compile("*"));
    }
    if (components.size() > MOST_COMPONENTS) {
      throw new IllegalArgumentException("it has more than " + MOST_COMPONENTS + " components");
    }
    return new PathPattern(components);
  }

  private static void add(List<@Nullable Glob> components, @Nullable Glob glob) {
    if (glob != null || components.isEmpty() || components.getLast() != null) {
      components.add(glob);
    }
  }

  /// The states behind one more component, 0 when nothing below can match.
  ///
  /// @param hidden whether wildcards match names that begin with a dot
  long step(long states, String name, boolean hidden) {
    boolean shy = !hidden && name.startsWith(".");
    long result = 0;
    for (long left = close(states); left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      if (i == components.length) {
        break;
      }
      Glob glob = components[i];
      if (glob == null) {
        result |= shy ? 0 : 1L << i;
      } else if ((!shy || glob.isDotted()) && glob.matches(name)) {
        result |= 1L << (i + 1);
      }
    }
    return result;
  }

  /// `**` may stand for no component.
  private long close(long states) {
    long all = states;
    for (int i = 0; i < components.length; i++) {
      if (components[i] == null && (all & (1L << i)) != 0) {
        all |= 1L << (i + 1);
      }
    }
    return all;
  }

  /// Whether a path that came to these states is matched.
  boolean isMatched(long states) {
    return (states & (1L << components.length)) != 0;
  }

  /// Whether every path below a folder that came to these states is matched.
  boolean matchesAllBelow(long states) {
    int n = components.length;
    Glob last = components[n - 1];
    return n >= 2
        && components[n - 2] == null
        && last != null
        && last.matches("")
        && (close(states) & (1L << (n - 2))) != 0;
  }
}
