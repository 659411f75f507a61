/// Hashing files: reading, chains of pieces, the cache.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.hash;
