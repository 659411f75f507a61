/// From a Parquet schema to Arrow fields and the levels they are read from.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.schema;
