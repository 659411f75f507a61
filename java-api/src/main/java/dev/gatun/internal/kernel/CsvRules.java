package dev.gatun.internal.kernel;

import java.util.List;

/// How cells are written, whatever their type. Characters are single bytes.
///
/// @param quote the quote character, 0 for none
/// @param escape what goes before a quote or itself inside quotes; the quote where quotes are
///     doubled
/// @param decimal what goes before a fraction
/// @param grouping what goes between groups of three digits, 0 for nothing
/// @param nulls cells that are null, without quotes; UTF-8, each at most 255 bytes
public record CsvRules(int quote, int escape, int decimal, int grouping, List<byte[]> nulls) {
  private static final int MOST_TOKEN_BYTES = 255;

  public CsvRules {
    nulls = tokens(nulls);
  }

  /// A copy of a list of tokens.
  ///
  /// @throws IllegalArgumentException when one has more than 255 bytes
  public static List<byte[]> tokens(List<byte[]> tokens) {
    for (byte[] token : tokens) {
      if (token.length > MOST_TOKEN_BYTES) {
        throw new IllegalArgumentException("a token has more than 255 bytes");
      }
    }
    return List.copyOf(tokens);
  }
}
