package dev.gatun.internal.kernel;

import java.util.List;

/// Kernel `csv_bool`: booleans, one bit a value. Contract: `gatun/csv_bool.h`.
public interface CsvBool {
  /// Cells equal to one of the tokens, byte by byte and without their quotes. A token that is in
  /// several lists is a null token first, then one for true. Whole words of values are written, as
  /// of validity.
  ///
  /// @param yes tokens that are true, each at most 255 bytes
  /// @param no tokens that are false, each at most 255 bytes
  /// @throws IllegalArgumentException when a token is longer
  CsvConverter open(CsvRules rules, List<byte[]> yes, List<byte[]> no);
}
