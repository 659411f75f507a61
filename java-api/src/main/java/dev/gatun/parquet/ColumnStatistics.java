package dev.gatun.parquet;

import org.jspecify.annotations.Nullable;

/// What is known about the values of a column: in one row group, a file, or several files.
///
/// Bounds are Java values: [Boolean]; [Integer] and [Long] for signed, [Long] and
/// [java.math.BigInteger] for unsigned integers of up to 32 and of 64 bits; [Float] (also of 16
/// bits), [Double]; [java.math.BigDecimal]; [java.time.LocalDate], [java.time.LocalTime],
/// [java.time.LocalDateTime], [java.time.Instant] for timestamps in UTC; [java.util.UUID];
/// [String]; `byte[]` for other bytes, which are ordered as unsigned. NaN is never a bound and may
/// occur in spite of bounds; a bound of 0 stands for both zeroes.
///
/// @param values entries, nulls and empty lists included
/// @param nullCount entries that are null, -1 when not known
/// @param distinctCount different values, -1 when not known
/// @param nanCount NaNs, -1 when not known
/// @param known whether the bounds hold for all values; false when a row group lacks them or its
///     writer is not to be trusted
/// @param min no value is less; null when not known or when there are only nulls
/// @param max no value is greater; null when not known or when there are only nulls
/// @param minExact whether `min` occurs
/// @param maxExact whether `max` occurs
public record ColumnStatistics(
    ParquetColumn column,
    long values,
    long nullCount,
    long distinctCount,
    long nanCount,
    boolean known,
    @Nullable Object min,
    @Nullable Object max,
    boolean minExact,
    boolean maxExact) {}
