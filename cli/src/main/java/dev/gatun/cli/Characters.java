package dev.gatun.cli;

import java.util.Locale;
import java.util.Map;

/// Single characters as people give them on a command line.
final class Characters {
  private static final Map<String, Character> NAMES =
      Map.of("tab", '\t', "\\t", '\t', "space", ' ', "comma", ',', "semicolon", ';', "pipe", '|');

  private Characters() {}

  /// A character, or its name.
  ///
  /// @param what it is for
  /// @throws IllegalArgumentException when it is neither
  static char parse(String what, String text) {
    Character named = NAMES.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (text.length() != 1) {
      throw new IllegalArgumentException(
          what + " '" + text + "' is not one character, nor tab, space, comma, semicolon or pipe");
    }
    return text.charAt(0);
  }

  /// A character, its name, or `none`, which is 0.
  ///
  /// @throws IllegalArgumentException when it is none of these
  static char parseOptional(String what, String text) {
    return text.equalsIgnoreCase("none") ? 0 : parse(what, text);
  }
}
