/// Footers: found, indexed, and parsed as far as somebody asks.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.meta;
