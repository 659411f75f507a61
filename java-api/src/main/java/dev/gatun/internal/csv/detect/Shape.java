package dev.gatun.internal.csv.detect;

/// What a cell looks like.
enum Shape {
  /// Nothing, or what people write for a missing value.
  EMPTY,
  NUMBER,
  BOOLEAN,
  /// Date, time of day, or both.
  TIME,
  TEXT;

  /// Whether names do not look so.
  boolean isTyped() {
    return this == NUMBER || this == BOOLEAN || this == TIME;
  }
}
