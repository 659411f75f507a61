package dev.gatun.parquet;

/// How often a field occurs. In the order of the format's numbers.
public enum Repetition {
  /// Once.
  REQUIRED,
  /// Once, or it is null.
  OPTIONAL,
  /// Any number of times.
  REPEATED
}
