package dev.gatun.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The template of a separator: texts and fields.
public final class Template {
  /// What stands in braces.
  enum Field {
    PATH,
    NAME,
    DIR,
    INDEX,
    COUNT
  }

  /// A part of a template: a text, or a field.
  sealed interface Piece {}

  /// As it is.
  record Text(String text) implements Piece {}

  /// Of the file.
  record Value(Field field) implements Piece {}

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /// Reads a template. Ends it with a line end, unless it is empty.
  ///
  /// @throws IllegalArgumentException for unknown fields and single braces
  public static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
        plain.append(c);
        i++;
      } else if (c == '{') {
        int close = text.indexOf('}', i);
        if (close < 0) {
          throw new IllegalArgumentException(
              "separator '" + text + "': { without }; a brace is written {{");
        }
        pieces.add(new Text(plain.toString()));
        plain.setLength(0);
        pieces.add(new Value(field(text, text.substring(i + 1, close))));
        i = close;
      } else if (c == '}') {
        throw new IllegalArgumentException(
            "separator '" + text + "': } without {; a brace is written }}");
      } else {
        plain.append(c);
      }
    }
    if (!text.isEmpty() && (plain.isEmpty() || plain.charAt(plain.length() - 1) != '\n')) {
      plain.append('\n');
    }
    pieces.add(new Text(plain.toString()));
    return new Template(List.copyOf(pieces));
  }

  private static Field field(String text, String name) {
    for (Field field : Field.values()) {
      if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
        return field;
      }
    }
    throw new IllegalArgumentException(
        "separator '%s': {%s} is none of {path}, {name}, {dir}, {index}, {count}"
            .formatted(text, name));
  }

  List<Piece> pieces() {
    return pieces;
  }

  /// A field of a file.
  static String value(Field field, String path, long index, long count) {
    int slash = path.lastIndexOf('/');
    return switch (field) {
      case PATH -> path;
      case NAME -> path.substring(slash + 1);
      case DIR -> slash < 0 ? "." : path.substring(0, slash);
      case INDEX -> Long.toString(index);
      case COUNT -> Long.toString(count);
    };
  }
}
