package dev.gatun.oracle;

import dev.gatun.parquet.Predicate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;

/// A predicate of a file's rows, and which rows it wants, by the book.
final class RandomPredicate {
  private final Node.Struct root;
  private final List<List<Object>> columns;
  private final List<Node.Leaf> usable;
  private final RandomGenerator random;

  /// @param columns the values of the file, from which literals are taken
  RandomPredicate(Node.Struct root, List<List<Object>> columns, RandomGenerator random) {
    this.root = root;
    this.columns = columns;
    this.random = random;
    this.usable = new ArrayList<>();
    for (Node field : root.fields()) {
      if (field instanceof Node.Leaf leaf && isUsable(leaf.type())) {
        usable.add(leaf);
      }
    }
  }

  private static boolean isUsable(LeafType type) {
    return switch (type.form()) {
      case BOOLEAN, FLOAT, DOUBLE -> true;
      case INT32, INT64, UINT32 ->
          !type.onlyNulls()
              && (type.logical() == null || type.logical() instanceof IntLogicalTypeAnnotation);
      case BYTES -> true;
      case DECIMAL_INT32, DECIMAL_INT64, DECIMAL_BYTES, DECIMAL_FIXED -> true;
      default -> false;
    };
  }

  /// Whether there is a column to ask about.
  boolean possible() {
    return !usable.isEmpty() && !columns.getFirst().isEmpty();
  }

  Predicate predicate(int depth) {
    Node.Leaf leaf = usable.get(random.nextInt(usable.size()));
    String column = leaf.name();
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> random.nextBoolean() ? Predicate.isNull(column) : Predicate.isNotNull(column);
      case 1 -> Predicate.in(column, literal(leaf), literal(leaf), literal(leaf));
      case 2, 3 -> {
        Object literal = literal(leaf);
        yield switch (random.nextInt(6)) {
          case 0 -> Predicate.lt(column, literal);
          case 1 -> Predicate.le(column, literal);
          case 2 -> Predicate.gt(column, literal);
          case 3 -> Predicate.ge(column, literal);
          case 4 -> Predicate.notEq(column, literal);
          default -> Predicate.eq(column, literal);
        };
      }
      case 4 -> Predicate.not(predicate(depth - 1));
      case 5 -> Predicate.or(predicate(depth - 1), predicate(depth - 1));
      default -> Predicate.and(predicate(depth - 1), predicate(depth - 1));
    };
  }

  /// A value of the column, or one that it may have.
  private Object literal(Node.Leaf leaf) {
    List<Object> column = columns.get(root.fields().indexOf(leaf));
    Object value = column.get(random.nextInt(column.size()));
    if (value == null || random.nextInt(4) == 0) {
      value = leaf.type().values().apply(random);
    }
    Comparable<?> key = key(leaf.type(), value);
    return key instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : key;
  }

  /// What a value is in comparisons.
  private static Comparable<?> key(LeafType type, Object value) {
    return switch (type.form()) {
      case BOOLEAN -> (Boolean) value;
      case FLOAT -> key(Float.intBitsToFloat(((Long) value).intValue()));
      case DOUBLE -> key(Double.longBitsToDouble((Long) value));
      case BYTES -> (String) value;
      case INT32, UINT32, INT64 -> {
        boolean unsigned =
            type.logical() instanceof IntLogicalTypeAnnotation annotation && !annotation.isSigned();
        String text = unsigned ? Long.toUnsignedString((Long) value) : Long.toString((Long) value);
        yield new BigInteger(text);
      }
      default ->
          new BigDecimal(
              (BigInteger) value, ((DecimalLogicalTypeAnnotation) type.logical()).getScale());
    };
  }

  /// Zeros are equal; so are NaNs, to [Double#compareTo].
  private static Double key(double value) {
    return value == 0 ? 0.0 : value;
  }

  /// Whether a row is wanted: true, false, or null for neither.
  Boolean test(Predicate predicate, int row) {
    return switch (predicate) {
      case Predicate.And(var parts) -> all(parts, row, false);
      case Predicate.Or(var parts) -> all(parts, row, true);
      case Predicate.Not(var part) -> {
        Boolean inner = test(part, row);
        yield inner == null ? null : Boolean.valueOf(!inner);
      }
      case Predicate.IsNull(var column) -> value(column, row) == null;
      case Predicate.Prefix _ -> throw new AssertionError("never made");
      case Predicate.Compare compare -> {
        Comparable<?> value = value(compare.column(), row);
        yield value == null
            ? null
            : Boolean.valueOf(holds(compare.comparison(), order(value, compare.literal())));
      }
      case Predicate.In in -> {
        Comparable<?> value = value(in.column(), row);
        yield value == null
            ? null
            : Boolean.valueOf(in.literals().stream().anyMatch(one -> order(value, one) == 0));
      }
    };
  }

  /// `decisive` when one part is that; otherwise null when one is null.
  private Boolean all(List<Predicate> parts, int row, boolean decisive) {
    List<Boolean> results = new ArrayList<>();
    parts.forEach(part -> results.add(test(part, row)));
    if (results.contains(decisive)) {
      return decisive;
    }
    return results.stream().anyMatch(Objects::isNull) ? null : Boolean.valueOf(!decisive);
  }

  private Comparable<?> value(String column, int row) {
    for (int i = 0; i < columns.size(); i++) {
      if (root.fields().get(i) instanceof Node.Leaf leaf && leaf.name().equals(column)) {
        Object value = columns.get(i).get(row);
        return value == null ? null : key(leaf.type(), value);
      }
    }
    throw new AssertionError(column);
  }

  @SuppressWarnings("unchecked")
  private static int order(Comparable<?> value, Object literal) {
    Object other =
        switch (literal) {
          case byte[] bytes -> new String(bytes, StandardCharsets.ISO_8859_1);
          case Long small -> BigInteger.valueOf(small);
          case Object same -> same;
        };
    return ((Comparable<Object>) value).compareTo(other);
  }

  private static boolean holds(Predicate.Comparison comparison, int order) {
    return switch (comparison) {
      case EQ -> order == 0;
      case NOT_EQ -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }
}
