package dev.gatun.internal.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// From the text of a [TemporalPattern] to its program.
final class TemporalCompiler {
  private final String text;
  private final ByteArrayOutputStream program = new ByteArrayOutputStream();
  private final StringBuilder seen = new StringBuilder();
  private int at;

  TemporalCompiler(String text) {
    this.text = text;
  }

  byte[] compile() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        quoted();
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        field(c);
      } else if ("[]{}#".indexOf(c) >= 0) {
        throw refusal("'" + c + "' at index " + at + " is not supported");
      } else {
        int character = text.codePointAt(at);
        literal(Character.toString(character));
        at += Character.charCount(character);
      }
    }
    if (program.size() == 0) {
      throw refusal("is empty");
    }
    return program.toByteArray();
  }

  /// A literal in single quotes, or two of them for one.
  private void quoted() {
    int begin = at + 1;
    int end = text.indexOf('\'', begin);
    if (end == begin) {
      literal("'");
      at = end + 1;
      return;
    }
    StringBuilder bare = new StringBuilder();
    while (true) {
      if (end < 0) {
        throw refusal("the quote at index " + at + " is not closed");
      }
      bare.append(text, begin, end);
      if (!text.startsWith("''", end)) {
        break;
      }
      bare.append('\'');
      begin = end + 2;
      end = text.indexOf('\'', begin);
    }
    literal(bare.toString());
    at = end + 1;
  }

  private void literal(String characters) {
    for (byte b : characters.getBytes(StandardCharsets.UTF_8)) {
      item('\'', b);
    }
  }

  /// A run of one letter.
  private void field(char letter) {
    int begin = at;
    while (at < text.length() && text.charAt(at) == letter) {
      at++;
    }
    int count = at - begin;
    boolean known =
        switch (letter) {
          case 'y' -> count == 4 || count == 2;
          case 'u' -> count == 4;
          case 'M', 'X' -> count <= 3;
          case 'd', 'H', 'h', 'm', 's' -> count <= 2;
          case 'a', 'Z' -> count == 1;
          case 'S' -> count <= 9;
          default -> false;
        };
    if (!known) {
      throw refusal(text.substring(begin, at) + " at index " + begin + " is not supported");
    }
    char field = letter == 'u' ? 'y' : letter;
    String kin = "Hh".indexOf(field) >= 0 ? "Hh" : "XZ".indexOf(field) >= 0 ? "XZ" : "" + field;
    if (kin.chars().anyMatch(c -> seen.indexOf(Character.toString(c)) >= 0)) {
      throw refusal(text.substring(begin, at) + " at index " + begin + " gives a field again");
    }
    seen.append(field);
    item(field, count);
  }

  private void item(char letter, int count) {
    program.write(letter);
    program.write(count);
  }

  private IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("pattern \"" + text + "\": " + reason);
  }
}
