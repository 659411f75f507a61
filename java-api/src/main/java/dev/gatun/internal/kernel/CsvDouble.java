package dev.gatun.internal.kernel;

/// Kernel `csv_double`: 64-bit floating-point numbers, the nearest to what is written, ties to
/// even.
/// Contract: `gatun/csv_double.h`.
public interface CsvDouble {
  /// `[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?` with the decimal character for the
  /// point and, before it, perhaps groups of three digits; or `[+-]?(inf|infinity|nan)` in any
  /// case, where every NaN has the bits 0x7ff8000000000000. Beyond the range is infinity, below it
  /// zero.
  ///
  /// @param exactIntegers an integer (no point, no exponent) beyond 64 bits is a misfit: it may be
  ///     an identifier, which a double would garble
  CsvConverter open(CsvRules rules, boolean exactIntegers);
}
