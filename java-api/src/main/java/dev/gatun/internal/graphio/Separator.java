package dev.gatun.internal.graphio;

/// What stands between columns.
///
/// @param value the byte; a space stands for runs of blanks (spaces and tabs)
record Separator(byte value) {
  static final Separator BLANKS = new Separator((byte) ' ');
  static final Separator TAB = new Separator((byte) '\t');

  /// Whether columns are separated by runs of blanks.
  boolean isBlanks() {
    return value == ' ';
  }

  boolean separates(byte b) {
    return b == value || (isBlanks() && b == '\t');
  }

  /// Whether a byte around a field does not belong to it.
  boolean pads(byte b) {
    return b == ' ' || (b == '\t' && value != '\t');
  }

  /// Plural name for messages.
  String plural() {
    return switch (value) {
      case ' ' -> "blanks";
      case '\t' -> "tabs";
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '|' -> "bars";
      default -> "\"" + (char) value + "\"";
    };
  }
}
