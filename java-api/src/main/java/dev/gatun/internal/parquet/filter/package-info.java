/// Predicates bound to a schema: what they make of statistics, and of rows.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.filter;
