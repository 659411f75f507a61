/// Bytes of inputs: files, streams, compressed or in other encodings, one after the other.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.io;
