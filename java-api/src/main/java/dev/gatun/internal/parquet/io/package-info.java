/// Where bytes come from.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.io;
