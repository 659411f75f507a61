/// Predicates bound to a schema: what they make of statistics, and of rows.
///
/// A comparison is a set of values: ascending bounds, and a value is inside when an odd number of
/// them is at or below it. `not` is pushed down to these sets when a predicate is bound, tests of
/// one column are put together, and what is left of SQL's three values is whether a part is true.
///
/// A scan goes from the cheapest to the dearest and stops when the verdict is not
/// [Verdict#SOME]:
///
/// ```java
/// BoundPredicate bound = BoundPredicate.bind(predicate, footer.nodes()); // once a file
/// // for each row group
/// BoundPredicate left = bound.given(test -> test.verdict(ColumnFacts.of(chunk(test),
// order(test))));
/// left = left.given(test -> test.hashes() == null ? SOME : test.verdict(bloomFilter(test)));
/// left = left.given(test -> filter.verdict(test, dictionary(test), facts(test)));
/// RowRanges rows = left.rows(n, test -> test.rows(n, chunk(test), order(test), index, offsets));
/// // for each batch of left.columns(); a filter is one thread's
/// long kept = filter.select(column -> array, count, selection);
/// ```
///
/// The columns that are wanted are then cut down by
/// [ArraySelector][dev.gatun.internal.arrow.ArraySelector].
@org.jspecify.annotations.NullMarked
package dev.gatun.internal.parquet.filter;
