package dev.gatun.parquet;

/// What a scan has read so far and what it could leave out.
///
/// @param rowsRead rows that were looked at, whether they passed the filter or not
/// @param bytesRead bytes read of the file, its footer left out
/// @param pagesRead data pages that were decompressed and decoded
/// @param pagesSkipped data pages that were passed over
/// @param rowGroupsSkipped row groups that the filter excluded by statistics, Bloom filters or
///     dictionaries
public record ScanMetrics(
    long rowsRead, long bytesRead, long pagesRead, long pagesSkipped, long rowGroupsSkipped) {}
