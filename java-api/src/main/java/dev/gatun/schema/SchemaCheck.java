package dev.gatun.schema;

import org.jspecify.annotations.Nullable;

/// Whether a file is the schema that its sources give.
///
/// @param result what was built to compare with
/// @param difference the first difference, null when there is none
public record SchemaCheck(SchemaResult result, @Nullable Difference difference) {
  /// Whether the file is up to date.
  public boolean current() {
    return difference == null;
  }

  /// The first line that is not the same.
  ///
  /// @param line from 1
  /// @param expected the line as it should be, without its end, at most 200 bytes of it; null when
  ///     the file should end here
  /// @param found the line as it is; null when the file ends here, or does not exist
  /// @param source where the expected line comes from, null for header and separators
  public record Difference(
      long line, @Nullable String expected, @Nullable String found, @Nullable SourceLine source) {}
}
