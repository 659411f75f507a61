package dev.gatun.parquet;

import dev.gatun.internal.parquet.filter.PredicateParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the literals of a [Predicate] may be, and how they read as text.
final class Literals {
  private static final Pattern BARE =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

  /// Bytes that are equal when their contents are.
  private record Bytes(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  private Literals() {}

  /// What is kept of a literal: small integers as longs, floats as doubles, a copy of bytes.
  ///
  /// @throws IllegalArgumentException for a type that is none of a literal
  static Object checked(Object literal) {
    return switch (literal) {
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case byte[] bytes -> new Bytes(bytes.clone());
      case Long _, BigInteger _, BigDecimal _, Double _, Boolean _ -> literal;
      case String _, UUID _, LocalDate _, LocalTime _, LocalDateTime _, Instant _ -> literal;
      default ->
          throw new IllegalArgumentException(
              "a " + literal.getClass().getName() + " is no literal");
    };
  }

  /// What can be handed out.
  static Object copy(Object literal) {
    return literal instanceof Bytes(byte[] bytes) ? bytes.clone() : literal;
  }

  static String column(String name) {
    boolean bare = BARE.matcher(name).matches() && !PredicateParser.isKeyword(name);
    return bare ? name : "`" + name.replace("`", "``") + "`";
  }

  static String text(Object literal) {
    return switch (literal) {
      case Long _, BigInteger _, Boolean _ -> literal.toString();
      case BigDecimal number -> number.scale() == 0 ? number + ".0" : number.toString();
      case Double number when number.isNaN() -> "nan";
      case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
      case Double number -> number.toString();
      case Bytes(byte[] bytes) -> "x'" + HexFormat.of().formatHex(bytes) + "'";
      default -> "'" + literal.toString().replace("'", "''") + "'";
    };
  }

  /// As the right side of `like`.
  static String pattern(Object prefix) {
    return prefix instanceof Bytes ? text(prefix) : text(prefix + "%");
  }
}
