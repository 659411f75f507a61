package dev.gatun.internal.parquet.read;

/// The rows of a batch: `rows` of them, from row `first` of the row group on.
record BatchPlan(GroupRun group, long first, int rows) {}
