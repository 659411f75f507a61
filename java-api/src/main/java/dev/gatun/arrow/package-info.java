/// Columns in Arrow layout: types, batches, typed views without boxing, and the way out through the
/// Arrow C Data Interface.
@org.jspecify.annotations.NullMarked
package dev.gatun.arrow;
