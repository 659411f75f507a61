package dev.gatun.internal.parquet.filter;

import dev.gatun.Engine;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.Predicate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A predicate bound to the columns of a file. Immutable and thread-safe.
public final class BoundPredicate {
  private final Node root;

  private BoundPredicate(Node root) {
    this.root = root;
  }

  /// Binds a predicate.
  ///
  /// @param roots all columns of the file
  /// @throws IllegalArgumentException when a column is not there, is not one that can be compared,
  ///     or a literal does not go with it
  public static BoundPredicate bind(Predicate predicate, List<ReadNode> roots) {
    return new BoundPredicate(new Binder(roots).bind(predicate, true));
  }

  Node root() {
    return root;
  }

  /// Whether rows have to be looked at, and which pass if not.
  public Verdict verdict() {
    return root instanceof Node.Constant(boolean value)
        ? value ? Verdict.ALL : Verdict.NONE
        : Verdict.SOME;
  }

  /// The tests of columns, one or more a column.
  public List<LeafTest<?>> tests() {
    return root.fold(
        _ -> List.of(), List::<LeafTest<?>>of, BoundPredicate::joined, BoundPredicate::joined);
  }

  private static List<LeafTest<?>> joined(List<LeafTest<?>> a, List<LeafTest<?>> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /// The columns that have to be read to decide, in the order of the file; none when
  /// [#verdict] is not [Verdict#SOME].
  public List<LeafColumn> columns() {
    TreeMap<Integer, LeafColumn> columns = new TreeMap<>(Comparator.naturalOrder());
    tests().forEach(test -> columns.put(test.column().index(), test.column()));
    return List.copyOf(columns.values());
  }

  /// What is left of it for rows of which more is known: tests that all or none of them pass are
  /// taken out.
  public BoundPredicate given(Function<LeafTest<?>, Verdict> known) {
    return new BoundPredicate(
        root.map(
            test ->
                switch (known.apply(test)) {
                  case NONE -> new Node.Constant(false);
                  case ALL -> new Node.Constant(true);
                  case SOME -> test;
                }));
  }

  /// Rows of a row group that may pass.
  ///
  /// @param rows rows of the row group
  /// @param mayPass rows that may pass a test of one column ([LeafTest#rows]), [RowRanges#all] when
  ///     nothing is known
  public RowRanges rows(long rows, Function<LeafTest<?>, RowRanges> mayPass) {
    return root.fold(
        value -> value ? RowRanges.all(rows) : RowRanges.NONE,
        mayPass,
        RowRanges::intersection,
        RowRanges::union);
  }

  /// What decides row by row, for one thread at a time.
  ///
  /// @param engine native or Java
  public BatchFilter filter(Engine engine) {
    return new BatchFilter(root, engine);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
