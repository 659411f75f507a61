package dev.gatun.parquet;

import dev.gatun.internal.parquet.filter.PredicateParser;
import java.util.List;
import java.util.stream.Collectors;

/// Which rows of a Parquet file are wanted.
///
/// ```java
/// and(gt("price", 5), eq("address.city", "Panamá"), not(isNull("day")))
/// ```
///
/// **Columns** are named by their path with dots, through structs, not through lists. **Literals**
/// are `Long` and smaller integers, `BigInteger`, `BigDecimal`, `Double`, `Float`, `Boolean`,
/// `String`, `byte[]`, `UUID`, `LocalDate`, `LocalTime`, `LocalDateTime`, `Instant`; they are
/// checked against the type of the column when a scan begins. A text is also taken for a date,
/// time, timestamp or UUID where the column is one. Comparisons are exact: 5.5 against a column of
/// integers, or a literal beyond what the column can hold, compares as the numbers do. Only a
/// `BigDecimal` against a floating-point column is rounded to the nearest value of that column
/// first, as literals in source code are, so that `x = 0.1` finds 0.1.
///
/// **Nulls**: SQL's three-valued logic. A comparison with a null is neither true nor false, and a
/// row is wanted only when the whole is true. **Order**: NaN equals itself and is greater than
/// every other number, -0.0 equals 0.0, strings and bytes compare by unsigned bytes, `false` is
/// less than `true`.
///
/// Immutable and thread-safe.
public sealed interface Predicate {
  /// How two values compare.
  enum Comparison {
    EQ("="),
    NOT_EQ("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /// As in [#parse].
    @Override
    public String toString() {
      return sign;
    }
  }

  /// A column against a literal.
  record Compare(String column, Comparison comparison, Object literal) implements Predicate {
    public Compare {
      literal = Literals.checked(literal);
    }

    @Override
    public Object literal() {
      return Literals.copy(literal);
    }

    @Override
    public String toString() {
      return Literals.column(column) + " " + comparison + " " + Literals.text(literal);
    }
  }

  /// A column against any of some literals.
  record In(String column, List<Object> literals) implements Predicate {
    public In {
      literals = literals.stream().map(Literals::checked).toList();
    }

    @Override
    public List<Object> literals() {
      return literals.stream().map(Literals::copy).toList();
    }

    @Override
    public String toString() {
      return literals.stream()
          .map(Literals::text)
          .collect(Collectors.joining(", ", Literals.column(column) + " in (", ")"));
    }
  }

  /// A text or binary column that begins with some bytes.
  record Prefix(String column, Object prefix) implements Predicate {
    public Prefix {
      if (!(prefix instanceof String) && !(prefix instanceof byte[])) {
        throw new IllegalArgumentException("a prefix is a text or bytes, not " + prefix);
      }
      prefix = Literals.checked(prefix);
    }

    @Override
    public Object prefix() {
      return Literals.copy(prefix);
    }

    @Override
    public String toString() {
      return Literals.column(column) + " like " + Literals.pattern(prefix);
    }
  }

  /// A column without a value.
  record IsNull(String column) implements Predicate {
    @Override
    public String toString() {
      return Literals.column(column) + " is null";
    }
  }

  /// All of some; true when there are none.
  record And(List<Predicate> parts) implements Predicate {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" and ", "(", ")"));
    }
  }

  /// Any of some; false when there are none.
  record Or(List<Predicate> parts) implements Predicate {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" or ", "(", ")"));
    }
  }

  /// The opposite; of neither true nor false, the same.
  record Not(Predicate part) implements Predicate {
    @Override
    public String toString() {
      return part instanceof IsNull(String column)
          ? Literals.column(column) + " is not null"
          : "not (" + part + ")";
    }
  }

  /// `column = literal`.
  static Predicate eq(String column, Object literal) {
    return new Compare(column, Comparison.EQ, literal);
  }

  /// `column <> literal`.
  static Predicate notEq(String column, Object literal) {
    return new Compare(column, Comparison.NOT_EQ, literal);
  }

  /// `column < literal`.
  static Predicate lt(String column, Object literal) {
    return new Compare(column, Comparison.LT, literal);
  }

  /// `column <= literal`.
  static Predicate le(String column, Object literal) {
    return new Compare(column, Comparison.LE, literal);
  }

  /// `column > literal`.
  static Predicate gt(String column, Object literal) {
    return new Compare(column, Comparison.GT, literal);
  }

  /// `column >= literal`.
  static Predicate ge(String column, Object literal) {
    return new Compare(column, Comparison.GE, literal);
  }

  /// `column` is one of the literals; false for every value when there are none.
  static Predicate in(String column, Object... literals) {
    return new In(column, List.of(literals));
  }

  /// `low <= column and column <= high`.
  static Predicate between(String column, Object low, Object high) {
    return and(ge(column, low), le(column, high));
  }

  /// `column` begins with the text.
  static Predicate prefix(String column, String prefix) {
    return new Prefix(column, prefix);
  }

  /// `column` begins with the bytes.
  static Predicate prefix(String column, byte[] prefix) {
    return new Prefix(column, prefix);
  }

  /// `column` has no value.
  static Predicate isNull(String column) {
    return new IsNull(column);
  }

  /// `column` has a value.
  static Predicate isNotNull(String column) {
    return not(isNull(column));
  }

  /// All of them.
  static Predicate and(Predicate... parts) {
    return new And(List.of(parts));
  }

  /// Any of them.
  static Predicate or(Predicate... parts) {
    return new Or(List.of(parts));
  }

  /// The opposite.
  static Predicate not(Predicate part) {
    return new Not(part);
  }

  /// Reads a predicate as text, much as SQL has it:
  ///
  /// ```
  /// price > 5 and (city = 'Panamá' or city like "Col%") and not day is null
  /// id in (1, 2, 3) and at between '2026-01-01' and '2026-01-31 12:00:00'
  /// ```
  ///
  /// Texts are in `'…'` or `"…"`, a quote inside is doubled. Column names are letters, digits, `_`
  /// and dots, anything else goes into backticks. Operators: `= == <> != < <= > >=`, `[not] in`,
  /// `[not] between … and …`, `is [not] null`, `[not] like` with one `%` at the end, `and`, `or`,
  /// `not`, parentheses. `true` and `false` are literals, `x'0aff'` is a literal of bytes, and
  /// `nan`, `inf`, `-inf` are numbers. Keywords in any case.
  ///
  /// @throws IllegalArgumentException for anything else; the message names the position, from 1
  static Predicate parse(String text) {
    return new PredicateParser(text).parse();
  }
}
