/// From the bytes of column chunks to Arrow buffers.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.read;
