package dev.gatun.csv;

import dev.gatun.arrow.Schema;

/// What the beginning of a text shows.
///
/// @param dialect nothing in it is left to be found out
/// @param schema names, and the types that hold what was looked at
/// @param rows records looked at
/// @param bytes of text looked at for types
/// @param complete whether that was the whole text
public record CsvLayout(
    CsvDialect dialect, Schema schema, long rows, long bytes, boolean complete) {}
