package dev.gatun.internal.parquet.read;

/// What a row group is read with.
///
/// @param leaves a reader for each leaf of the scan
/// @param shared for row groups whose chunks are read at once
record Readers(LeafReader[] leaves, SharedBytes shared) {}
