package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.filter.PredicateLexer.Kind;
import dev.gatun.internal.parquet.filter.PredicateLexer.Token;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.Predicate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads the text form of [Predicate#parse] by recursive descent.
public final class PredicateParser {
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "between",
          "is",
          "null",
          "like",
          "true",
          "false",
          "nan",
          "inf",
          "infinity");

  /// Brackets and `not` inside each other.
  private static final int MOST_DEPTH = 200;

  private final PredicateLexer lexer;
  private Token token;
  private int depth;

  public PredicateParser(String text) {
    lexer = new PredicateLexer(text);
    token = lexer.next();
  }

  /// Whether a column of this name needs quotes.
  public static boolean isKeyword(String name) {
    return KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The whole text.
  ///
  /// @throws IllegalArgumentException with the position, when it is no predicate
  public Predicate parse() {
    Predicate predicate = or();
    if (token.kind() != Kind.END) {
      throw expected("and, or, or the end");
    }
    return predicate;
  }

  private Predicate or() {
    return joined("or", this::and, Predicate.Or::new);
  }

  private Predicate and() {
    return joined("and", this::not, Predicate.And::new);
  }

  private Predicate joined(
      String word, Supplier<Predicate> part, Function<List<Predicate>, Predicate> join) {
    List<Predicate> parts = new ArrayList<>(List.of(part.get()));
    while (taken(word)) {
      parts.add(part.get());
    }
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  private Predicate not() {
    if (++depth > MOST_DEPTH) {
      throw PredicateLexer.fault(token.start(), "more than " + MOST_DEPTH + " levels");
    }
    Predicate predicate;
    if (taken("not")) {
      predicate = Predicate.not(not());
    } else if (token.isSign("(")) {
      advance();
      predicate = or();
      require(")");
    } else {
      predicate = test();
    }
    depth--;
    return predicate;
  }

  private Predicate test() {
    String column = column();
    if (taken("is")) {
      boolean not = taken("not");
      if (!taken("null")) {
        throw expected("null");
      }
      return not ? Predicate.isNotNull(column) : Predicate.isNull(column);
    }
    if (taken("not")) {
      return Predicate.not(listed(column));
    }
    if (token.kind() != Kind.SIGN) {
      return listed(column);
    }
    Comparison comparison = comparison();
    return new Predicate.Compare(column, comparison, literal());
  }

  private String column() {
    if (token.kind() == Kind.LITERAL && token.value() instanceof String) {
      throw expected("a column's name (in backticks, if it needs quotes)");
    }
    if (token.kind() != Kind.NAME || isKeyword(token.text())) {
      throw expected("a column's name");
    }
    String name = String.valueOf(token.value());
    advance();
    return name;
  }

  private Comparison comparison() {
    Comparison comparison =
        switch (token.text()) {
          case "=", "==" -> Comparison.EQ;
          case "<>", "!=" -> Comparison.NOT_EQ;
          case "<" -> Comparison.LT;
          case "<=" -> Comparison.LE;
          case ">" -> Comparison.GT;
          case ">=" -> Comparison.GE;
          default -> throw expected("a comparison");
        };
    advance();
    return comparison;
  }

  /// The tests that `not` may stand before.
  private Predicate listed(String column) {
    if (taken("in")) {
      return in(column);
    }
    if (taken("between")) {
      Object low = literal();
      if (!taken("and")) {
        throw expected("and");
      }
      return Predicate.between(column, low, literal());
    }
    if (taken("like")) {
      return like(column);
    }
    throw expected("a comparison, in, between, like or is");
  }

  private Predicate in(String column) {
    require("(");
    List<Object> literals = new ArrayList<>();
    while (!token.isSign(")")) {
      if (!literals.isEmpty()) {
        require(",");
      }
      literals.add(literal());
    }
    require(")");
    return new Predicate.In(column, literals);
  }

  private Predicate like(String column) {
    int start = token.start();
    Object pattern = literal();
    if (pattern instanceof byte[] bytes) {
      return Predicate.prefix(column, bytes);
    }
    if (!(pattern instanceof String text)) {
      throw PredicateLexer.fault(start, "like needs a text");
    }
    String prefix = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    if (prefix.equals(text) || prefix.contains("%") || prefix.contains("_")) {
      throw PredicateLexer.fault(start, "like knows patterns with one % at the end only");
    }
    return Predicate.prefix(column, prefix);
  }

  private Object literal() {
    if (token.kind() != Kind.LITERAL) {
      throw expected("a value");
    }
    Object value = token.value();
    advance();
    return value;
  }

  private boolean taken(String word) {
    boolean here = token.isWord(word);
    if (here) {
      advance();
    }
    return here;
  }

  private void require(String sign) {
    if (!token.isSign(sign)) {
      throw expected(sign);
    }
    advance();
  }

  private void advance() {
    token = lexer.next();
  }

  private IllegalArgumentException expected(String what) {
    String found = token.kind() == Kind.END ? "the end" : token.text();
    return PredicateLexer.fault(token.start(), "expected " + what + ", found " + found);
  }
}
