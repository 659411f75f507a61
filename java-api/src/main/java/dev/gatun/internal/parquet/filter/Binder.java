package dev.gatun.internal.parquet.filter;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.parquet.schema.ReadNode;
import dev.gatun.parquet.Predicate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the columns of a predicate in a schema and turns literals into values of theirs.
final class Binder {
  private static final int COLUMNS_NAMED = 20;

  private final List<ReadNode> roots;

  Binder(List<ReadNode> roots) {
    this.roots = roots;
  }

  /// Sets of values for a column's type.
  @FunctionalInterface
  private interface Values {
    <T> ValueSet<T> of(ValueType<T> type);
  }

  /// @param wanted false for the opposite: where the predicate is false, not where it is null
  Node bind(Predicate predicate, boolean wanted) {
    return switch (predicate) {
      case Predicate.And(var parts) -> join(wanted, parts, wanted);
      case Predicate.Or(var parts) -> join(!wanted, parts, wanted);
      case Predicate.Not(var part) -> bind(part, !wanted);
      case Predicate.IsNull(var column) -> nullTest(find(column), wanted);
      case Predicate.Compare test ->
          values(
              test.column(),
              wanted,
              new Values() {
                @Override
                public <T> ValueSet<T> of(ValueType<T> type) {
                  return ValueSet.of(type, test.comparison(), test.literal());
                }
              });
      case Predicate.In test ->
          values(
              test.column(),
              wanted,
              new Values() {
                @Override
                public <T> ValueSet<T> of(ValueType<T> type) {
                  return ValueSet.in(type, test.literals());
                }
              });
      case Predicate.Prefix test ->
          values(
              test.column(),
              wanted,
              new Values() {
                @Override
                public <T> ValueSet<T> of(ValueType<T> type) {
                  return type.startingWith(test.prefix());
                }
              });
    };
  }

  private Node join(boolean all, List<Predicate> parts, boolean wanted) {
    List<Node> bound = parts.stream().map(part -> bind(part, wanted)).toList();
    return all ? Node.and(bound) : Node.or(bound);
  }

  private static Node nullTest(ReadNode node, boolean wanted) {
    ValueType<?> type = ValueTypes.of(node.field());
    if (type == null) {
      return new Node.Constant(wanted); // a column that has nothing but nulls
    }
    return nullTest(node, type, wanted);
  }

  private static <T> Node nullTest(ReadNode node, ValueType<T> type, boolean wanted) {
    return leaf(node, wanted ? ValueSet.none(type) : ValueSet.all(type), wanted);
  }

  private Node values(String column, boolean wanted, Values values) {
    ReadNode node = find(column);
    ValueType<?> type = ValueTypes.of(node.field());
    try {
      return type == null ? new Node.Constant(false) : values(node, type, wanted, values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("filter: column " + column + " " + e.getMessage(), e);
    }
  }

  private static <T> Node values(ReadNode node, ValueType<T> type, boolean wanted, Values values) {
    ValueSet<T> set = values.of(type);
    return leaf(node, wanted ? set : set.complement(), false);
  }

  private static <T> Node leaf(ReadNode node, ValueSet<T> values, boolean nulls) {
    // Where there are no nulls it is the same whether they pass.
    return LeafTest.of(node.leaf(), values, node.nullable() ? nulls : values.isAll());
  }

  private ReadNode find(String column) {
    ReadNode node = find(roots, column);
    if (node == null) {
      throw new IllegalArgumentException(
          "filter: there is no column " + column + "; there are " + names());
    }
    boolean hasValues = node.isLeaf() && !node.isList();
    if (node.slotRep() > 0) {
      throw new IllegalArgumentException(
          "filter: column " + column + " is inside a list; a row has any number of its values");
    } else if (!hasValues) {
      String kind = node.field().type() instanceof DataType.Struct ? "a struct" : "a list or map";
      throw new IllegalArgumentException(
          "filter: column " + column + " is " + kind + ", which has no values to compare");
    }
    return node;
  }

  /// Names may have dots themselves, so each node that the path may begin with is tried.
  private static @Nullable ReadNode find(List<ReadNode> nodes, String path) {
    for (ReadNode node : nodes) {
      if (node.field().name().equals(path)) {
        return node;
      }
    }
    for (ReadNode node : nodes) {
      String name = node.field().name();
      if (path.startsWith(name + ".")) {
        ReadNode found = find(node.children(), path.substring(name.length() + 1));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private String names() {
    Function<ReadNode, String> name = node -> node.field().name();
    String names = roots.stream().limit(COLUMNS_NAMED).map(name).collect(Collectors.joining(", "));
    return roots.size() > COLUMNS_NAMED ? names + ", …" : names;
  }
}
