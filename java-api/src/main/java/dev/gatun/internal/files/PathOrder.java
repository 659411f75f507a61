package dev.gatun.internal.files;

import java.util.Comparator;

/// Relative paths with `/`, component by component, each by its UTF-8 bytes.
///
/// That is the order of the bytes of the whole path, with `/` below all others; and the order of
/// UTF-8 bytes is that of code points.
public final class PathOrder implements Comparator<String> {
  /// The only one there is.
  public static final PathOrder INSTANCE = new PathOrder();

  private PathOrder() {}

  @Override
  public int compare(String a, String b) {
    int both = Math.min(a.length(), b.length());
    for (int i = 0; i < both; i++) {
      int difference = weight(a.charAt(i)) - weight(b.charAt(i));
      if (difference != 0) {
        return difference;
      }
    }
    return a.length() - b.length();
  }

  /// Surrogates stand for code points above all other characters.
  private static int weight(char c) {
    if (c == '/') {
      return -1;
    }
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
