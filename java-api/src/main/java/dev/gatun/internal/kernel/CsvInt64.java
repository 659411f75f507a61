package dev.gatun.internal.kernel;

/// Kernel `csv_int64`: 64-bit integers. Contract: `gatun/csv_int64.h`.
public interface CsvInt64 {
  /// `[+-]?[0-9]+` within 64 bits, leading zeros allowed; with a grouping character also one to
  /// three digits and then groups of three, each behind that character.
  ///
  /// @param canonical only integers as they print: no `+`, no leading zero, no `-0`, no grouping
  CsvConverter open(CsvRules rules, boolean canonical);
}
