package dev.gatun.parquet;

/// One of the columns the rows of a row group are sorted by.
///
/// @param column index among the columns
public record SortingColumn(int column, boolean descending, boolean nullsFirst) {}
