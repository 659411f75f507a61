/// Buffers behind the columns.
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.arrow;
