package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.filter.ValueType.Ceiling;
import dev.gatun.parquet.Predicate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Values of a type, as ascending bounds: a value is in the set when the number of bounds at or
/// below it is odd.
record ValueSet<T>(ValueType<T> type, List<T> bounds) {
  /// What becomes of a value that is or is not in each of two sets.
  @FunctionalInterface
  private interface Rule {
    boolean contains(boolean inFirst, boolean inSecond);
  }

  ValueSet {
    bounds = List.copyOf(bounds);
  }

  static <T> ValueSet<T> none(ValueType<T> type) {
    return new ValueSet<>(type, List.of());
  }

  static <T> ValueSet<T> all(ValueType<T> type) {
    return new ValueSet<>(type, List.of(type.first()));
  }

  private static <T> ValueSet<T> from(ValueType<T> type, @Nullable T least) {
    return least == null ? none(type) : new ValueSet<>(type, List.of(least));
  }

  /// Values that compare so with a literal.
  static <T> ValueSet<T> of(ValueType<T> type, Comparison comparison, Object literal) {
    return switch (comparison) {
      case EQ -> in(type, List.of(literal));
      case NOT_EQ -> in(type, List.of(literal)).complement();
      case GE -> from(type, type.ceiling(literal).value());
      case LT -> from(type, type.ceiling(literal).value()).complement();
      case GT -> above(type, literal);
      case LE -> above(type, literal).complement();
    };
  }

  private static <T> ValueSet<T> above(ValueType<T> type, Object literal) {
    Ceiling<T> ceiling = type.ceiling(literal);
    T value = ceiling.value();
    return from(type, value != null && ceiling.exact() ? type.next(value) : value);
  }

  /// Values that are equal to one of some literals.
  static <T> ValueSet<T> in(ValueType<T> type, List<?> literals) {
    TreeSet<T> values = new TreeSet<>(type::compare);
    for (Object literal : literals) {
      Ceiling<T> ceiling = type.ceiling(literal);
      T value = ceiling.value();
      if (value != null && ceiling.exact()) {
        values.add(value);
      }
    }
    // One-value sets have nothing in common, so a bound that two of them share is none of the
    // union.
    List<T> bounds = new ArrayList<>();
    for (T value : values) {
      if (!bounds.isEmpty() && type.compare(bounds.getLast(), value) == 0) {
        bounds.removeLast();
      } else {
        bounds.add(value);
      }
      T next = type.next(value);
      if (next != null) {
        bounds.add(next);
      }
    }
    return new ValueSet<>(type, bounds);
  }

  boolean isEmpty() {
    return bounds.isEmpty();
  }

  boolean isAll() {
    return bounds.size() == 1 && startsAtFirst();
  }

  /// Whether the least value is in it.
  boolean startsAtFirst() {
    return !bounds.isEmpty() && type.compare(bounds.getFirst(), type.first()) == 0;
  }

  ValueSet<T> complement() {
    if (startsAtFirst()) {
      return new ValueSet<>(type, bounds.subList(1, bounds.size()));
    }
    List<T> more = new ArrayList<>(bounds.size() + 1);
    more.add(type.first());
    more.addAll(bounds);
    return new ValueSet<>(type, more);
  }

  ValueSet<T> and(ValueSet<T> other) {
    return merge(other, (a, b) -> a && b);
  }

  ValueSet<T> or(ValueSet<T> other) {
    return merge(other, (a, b) -> a || b);
  }

  private ValueSet<T> merge(ValueSet<T> other, Rule rule) {
    List<T> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < bounds.size() || j < other.bounds.size()) {
      int order =
          i == bounds.size()
              ? 1
              : j == other.bounds.size() ? -1 : type.compare(bounds.get(i), other.bounds.get(j));
      T bound = order <= 0 ? bounds.get(i) : other.bounds.get(j);
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      boolean now = rule.contains(i % 2 != 0, j % 2 != 0);
      if (now != inside) {
        merged.add(bound);
        inside = now;
      }
    }
    return new ValueSet<>(type, merged);
  }

  boolean contains(T value) {
    return reached(value) % 2 != 0;
  }

  /// Whether a value from `least` to `greatest` is in it.
  boolean overlaps(T least, T greatest) {
    int before = reached(least);
    return before % 2 != 0 || reached(greatest) > before;
  }

  /// Whether all values from `least` to `greatest` are in it.
  boolean covers(T least, T greatest) {
    int before = reached(least);
    return before % 2 != 0 && reached(greatest) == before;
  }

  /// Bounds at or below a value.
  private int reached(T value) {
    int low = 0;
    int high = bounds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (type.compare(bounds.get(middle), value) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// All values of it, null when there are more than `most`.
  @Nullable List<T> values(int most) {
    if (bounds.size() % 2 != 0) {
      return null;
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i += 2) {
      T value = bounds.get(i);
      while (value != null && type.compare(value, bounds.get(i + 1)) < 0) {
        if (values.size() == most) {
          return null;
        }
        values.add(value);
        value = type.next(value);
      }
    }
    return values;
  }
}
