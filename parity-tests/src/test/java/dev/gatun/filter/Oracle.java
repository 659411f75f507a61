package dev.gatun.filter;

import dev.gatun.parquet.Predicate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What SQL says of one row, by the book: true, false, or null for neither.
final class Oracle {
  private final Map<String, Kind> kinds;

  Oracle(Map<String, Kind> kinds) {
    this.kinds = kinds;
  }

  Boolean test(Predicate predicate, Function<String, Object> row) {
    return switch (predicate) {
      case Predicate.And(var parts) -> unless(false, parts, row);
      case Predicate.Or(var parts) -> unless(true, parts, row);
      case Predicate.Not(var part) -> not(test(part, row));
      case Predicate.IsNull(var column) -> row.apply(column) == null;
      case Predicate.Compare test -> {
        Object value = row.apply(test.column());
        yield value == null
            ? null
            : Boolean.valueOf(
                holds(test.comparison(), order(kinds.get(test.column()), value, test.literal())));
      }
      case Predicate.In test -> {
        Object value = row.apply(test.column());
        Kind kind = kinds.get(test.column());
        yield value == null
            ? null
            : Boolean.valueOf(
                test.literals().stream().anyMatch(one -> order(kind, value, one) == 0));
      }
      case Predicate.Prefix test -> {
        byte[] value = (byte[]) row.apply(test.column());
        byte[] prefix = ((String) test.prefix()).getBytes(StandardCharsets.UTF_8);
        yield value == null
            ? null
            : Boolean.valueOf(
                value.length >= prefix.length
                    && Arrays.equals(Arrays.copyOf(value, prefix.length), prefix));
      }
    };
  }

  /// What one part decides, null when one is null, else the opposite.
  private Boolean unless(boolean decides, List<Predicate> parts, Function<String, Object> row) {
    Boolean whole = !decides;
    for (Predicate part : parts) {
      Boolean one = test(part, row);
      if (one == null) {
        whole = null;
      } else if (one == decides) {
        return decides;
      }
    }
    return whole;
  }

  private static Boolean not(Boolean one) {
    return one == null ? null : Boolean.valueOf(!one);
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

  static int order(Kind kind, Object value, Object literal) {
    return switch (value) {
      case BigDecimal number -> numbers(number, exact(literal));
      case Double number -> reals(kind, number, literal);
      case LocalDate date -> date.atStartOfDay().compareTo(dateTime(literal));
      case Instant instant -> instant.compareTo((Instant) literal);
      case Boolean flag -> flag.compareTo((Boolean) literal);
      case byte[] bytes ->
          Arrays.compareUnsigned(
              bytes,
              literal instanceof String text
                  ? text.getBytes(StandardCharsets.UTF_8)
                  : (byte[]) literal);
      default -> throw new AssertionError(value);
    };
  }

  private static LocalDateTime dateTime(Object literal) {
    return literal instanceof LocalDate date
        ? date.atStartOfDay()
        : LocalDateTime.parse(((String) literal).replace(' ', 'T'));
  }

  private static Object exact(Object literal) {
    return switch (literal) {
      case Long number -> new BigDecimal(number);
      case Double number when Double.isFinite(number) -> new BigDecimal(number);
      default -> literal;
    };
  }

  private static int numbers(BigDecimal number, Object literal) {
    return literal instanceof Double beyond
        ? beyond == Double.NEGATIVE_INFINITY ? 1 : -1
        : number.compareTo((BigDecimal) literal);
  }

  /// A literal with a point is the nearest value of the column, if that is finite.
  private static int reals(Kind kind, double value, Object literal) {
    if (literal instanceof BigDecimal number) {
      double nearest = kind.narrow(nearest(kind, number));
      return Double.isInfinite(nearest)
          ? finite(value, number)
          : Double.compare(value + 0.0, nearest + 0.0);
    }
    if (literal instanceof Double real && !Double.isFinite(real)) {
      return Double.compare(value, real);
    }
    return finite(value, (BigDecimal) exact(literal));
  }

  private static double nearest(Kind kind, BigDecimal number) {
    return kind == Kind.FLOAT64 ? number.doubleValue() : number.floatValue();
  }

  private static int finite(double value, BigDecimal literal) {
    if (!Double.isFinite(value)) {
      return value == Double.NEGATIVE_INFINITY ? -1 : 1;
    }
    return new BigDecimal(value).compareTo(literal);
  }
}
