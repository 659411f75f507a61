package dev.gatun.parquet;

import org.jspecify.annotations.Nullable;

/// Statistics as the file has them; null where it has none. [ColumnStatistics] says what they mean.
/// The arrays are the caller's to keep unchanged.
///
/// @param oldMin by signed comparison, deprecated
/// @param oldMax by signed comparison, deprecated
/// @param min by the column's order
/// @param max by the column's order
/// @param minExact whether `min` occurs; false when it may be a lower bound only
/// @param maxExact whether `max` occurs; false when it may be an upper bound only
public record RawStatistics(
    byte @Nullable [] oldMin,
    byte @Nullable [] oldMax,
    byte @Nullable [] min,
    byte @Nullable [] max,
    @Nullable Long nullCount,
    @Nullable Long distinctCount,
    @Nullable Long nanCount,
    @Nullable Boolean minExact,
    @Nullable Boolean maxExact) {}
