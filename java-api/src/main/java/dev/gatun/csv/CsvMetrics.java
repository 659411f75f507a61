package dev.gatun.csv;

/// What was read so far.
///
/// @param rows rows handed out or kept
/// @param rejected records rejected
/// @param bytes bytes of records read: decompressed, as UTF-8
/// @param storedBytes bytes read of the files, compressed as they are
public record CsvMetrics(long rows, long rejected, long bytes, long storedBytes) {}
