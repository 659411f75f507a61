/// Parquet files of random shape, written and read back by parquet-java.
package dev.gatun.oracle;
