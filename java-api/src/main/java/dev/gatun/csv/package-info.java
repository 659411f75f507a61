/// CSV files as columns in Arrow layout. Start at [dev.gatun.csv.CsvScan].
@org.jspecify.annotations.NullMarked
package dev.gatun.csv;
