/// What statistics mean: the order of a column's values, and the values themselves.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.stats;
