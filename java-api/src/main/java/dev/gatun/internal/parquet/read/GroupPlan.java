package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.filter.RowRanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row group to be read.
///
/// @param file number of its file in the scan
/// @param chunks one for each leaf of the scan
/// @param ranges rows to be read; the others are passed over
/// @param filter what those rows have to pass, null when all of them pass
record GroupPlan(
    int file, List<ChunkPlace> chunks, RowRanges ranges, @Nullable BoundPredicate filter) {}
