package dev.gatun.arrow;

/// What an export does with decimals of 32 and 64 bits.
public enum NarrowDecimals {
  /// Converts them to 128 bits, which every reader of Arrow knows. Copies those columns.
  WIDEN,
  /// Leaves them as they are. Readers need Arrow format 1.5.
  KEEP
}
