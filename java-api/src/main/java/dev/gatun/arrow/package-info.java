/// Columns in Arrow layout: types, batches, typed views without boxing, and the way out through the
/// Arrow C Data Interface.
///
/// Who owns memory: the reader, until [dev.gatun.arrow.Batch#detach] gives it to a batch of its own
/// or [dev.gatun.arrow.ArrowExport] to a consumer. What was read from a batch ends with it, by an
/// exception.
@org.jspecify.annotations.NullMarked
package dev.gatun.arrow;
