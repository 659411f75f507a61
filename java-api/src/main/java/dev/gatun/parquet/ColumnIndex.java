package dev.gatun.parquet;

import java.util.List;

/// Statistics of the data pages of a column chunk, as the file has them.
///
/// @param nullPages whether a page holds only nulls; its bounds mean nothing then
/// @param min by the column's order, in PLAIN encoding without length
/// @param max by the column's order, in PLAIN encoding without length
/// @param order how the bounds are sorted from page to page
/// @param nullCounts nulls of each page; empty when not known
/// @param nanCounts NaNs of each page; empty when not known
public record ColumnIndex(
    List<Boolean> nullPages,
    List<byte[]> min,
    List<byte[]> max,
    BoundaryOrder order,
    List<Long> nullCounts,
    List<Long> nanCounts) {

  /// How bounds are sorted. In the order of the format's numbers.
  public enum BoundaryOrder {
    UNORDERED,
    ASCENDING,
    DESCENDING
  }

  public ColumnIndex {
    nullPages = List.copyOf(nullPages);
    min = List.copyOf(min);
    max = List.copyOf(max);
    nullCounts = List.copyOf(nullCounts);
    nanCounts = List.copyOf(nanCounts);
  }

  /// Number of pages.
  public int pages() {
    return nullPages.size();
  }
}
