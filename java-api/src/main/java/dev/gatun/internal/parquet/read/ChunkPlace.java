package dev.gatun.internal.parquet.read;

import dev.gatun.InputSource;
import dev.gatun.internal.kernel.CodecDecompress.Codec;
import dev.gatun.internal.parquet.schema.LeafColumn;
import org.jspecify.annotations.Nullable;

/// Where a column chunk lies and how it is packed.
///
/// @param start file position of its first page
/// @param size bytes of its pages, headers included, as the metadata says
/// @param values entries of its levels, nulls included
/// @param codec null when the pages are not compressed
record ChunkPlace(
    InputSource source,
    LeafColumn column,
    int rowGroup,
    long start,
    long size,
    long values,
    @Nullable Codec codec) {}
