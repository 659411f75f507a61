/// Parquet files: metadata, typed statistics, and scans into Arrow batches.
@org.jspecify.annotations.NullMarked
package dev.gatun.parquet;
