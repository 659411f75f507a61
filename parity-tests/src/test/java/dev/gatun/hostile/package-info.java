/// Damaged Parquet files by the thousand.
package dev.gatun.hostile;
