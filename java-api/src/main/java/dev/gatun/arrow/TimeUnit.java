package dev.gatun.arrow;

/// What one step of a time or timestamp is.
public enum TimeUnit {
  SECOND,
  MILLISECOND,
  MICROSECOND,
  NANOSECOND
}
