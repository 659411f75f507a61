package dev.gatun.internal.parquet.filter;

/// Literals that a column cannot be compared with.
final class Mismatch {
  private Mismatch() {}

  /// @param wanted what the column holds, such as "a number"
  static IllegalArgumentException of(Object literal, String wanted) {
    String found =
        switch (literal) {
          case String text -> "the text '" + text + "'";
          case byte[] bytes -> bytes.length + " bytes";
          case Number number -> "the number " + number;
          default -> literal.getClass().getSimpleName() + " " + literal;
        };
    return new IllegalArgumentException("needs " + wanted + " to compare with, not " + found);
  }
}
