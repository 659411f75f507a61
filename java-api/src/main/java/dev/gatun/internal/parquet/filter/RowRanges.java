package dev.gatun.internal.parquet.filter;

import java.util.ArrayList;
import java.util.List;

/// Rows of a row group, as ranges: ascending, not empty, a gap between any two.
public record RowRanges(List<Range> ranges) {
  /// No rows.
  public static final RowRanges NONE = new RowRanges(List.of());

  /// The rows from `from` to before `to`.
  public record Range(long from, long to) {
    /// How many.
    public long rows() {
      return to - from;
    }
  }

  /// @throws IllegalArgumentException when they are not as told
  public RowRanges {
    ranges = List.copyOf(ranges);
    long last = -1;
    for (Range range : ranges) {
      if (range.from() <= last || range.to() <= range.from()) {
        throw new IllegalArgumentException("ranges do not ascend: " + ranges);
      }
      last = range.to();
    }
  }

  /// The first `rows` rows.
  public static RowRanges all(long rows) {
    return of(0, rows);
  }

  /// The rows from `from` to before `to`.
  public static RowRanges of(long from, long to) {
    return from >= to ? NONE : new RowRanges(List.of(new Range(from, to)));
  }

  /// Rows in them. O(ranges).
  public long rows() {
    return ranges.stream().mapToLong(Range::rows).sum();
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// Whether any of the rows from `from` to before `to` is in them. O(log ranges).
  public boolean overlaps(long from, long to) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).to() <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return from < to && low < ranges.size() && ranges.get(low).from() < to;
  }

  /// Rows in both. O(ranges).
  public RowRanges intersection(RowRanges other) {
    Builder both = new Builder();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      Range a = ranges.get(i);
      Range b = other.ranges.get(j);
      both.add(Math.max(a.from(), b.from()), Math.min(a.to(), b.to()));
      if (a.to() <= b.to()) {
        i++;
      } else {
        j++;
      }
    }
    return both.build();
  }

  /// Rows in either. O(ranges).
  public RowRanges union(RowRanges other) {
    Builder either = new Builder();
    int i = 0;
    int j = 0;
    while (i < ranges.size() || j < other.ranges.size()) {
      boolean mine =
          j == other.ranges.size()
              || (i < ranges.size() && ranges.get(i).from() <= other.ranges.get(j).from());
      Range next = mine ? ranges.get(i++) : other.ranges.get(j++);
      either.add(next.from(), next.to());
    }
    return either.build();
  }

  /// Puts ranges together that touch or overlap.
  public static final class Builder {
    private final List<Range> ranges = new ArrayList<>();
    private long from;
    private long to;

    /// Adds the rows from `start` to before `end`, if there are any. Starts must not descend.
    public Builder add(long start, long end) {
      if (start >= end) {
        return this;
      }
      if (start <= to && from < to) {
        to = Math.max(to, end);
      } else {
        flush();
        from = start;
        to = end;
      }
      return this;
    }

    private void flush() {
      if (from < to) {
        ranges.add(new Range(from, to));
      }
    }

    /// What was added. To be called once.
    public RowRanges build() {
      flush();
      return new RowRanges(ranges);
    }
  }
}
