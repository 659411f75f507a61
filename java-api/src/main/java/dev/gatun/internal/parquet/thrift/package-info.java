/// The Thrift compact protocol.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.thrift;
