package dev.gatun.internal.kernel;

/// Kernel `csv_decimal`: decimal numbers as 128-bit unscaled integers. Contract:
/// `gatun/csv_decimal.h`.
public interface CsvDecimal {
  /// What [CsvDouble] reads, without infinities and NaN. A number with more than `precision`
  /// digits, or with digits other than 0 behind the `scale`-th of its fraction, is a misfit:
  /// nothing is rounded.
  ///
  /// @param precision 1 to 38
  /// @param scale 0 to precision
  CsvConverter open(CsvRules rules, int precision, int scale);
}
