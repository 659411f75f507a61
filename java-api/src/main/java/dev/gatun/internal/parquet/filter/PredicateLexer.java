package dev.gatun.internal.parquet.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a predicate's text.
final class PredicateLexer {
  /// What a word is.
  enum Kind {
    /// A column's name, dots and all, quotes taken off.
    NAME,
    /// A value.
    LITERAL,
    /// An operator or bracket.
    SIGN,
    /// Behind the last word.
    END
  }

  /// A word.
  ///
  /// @param value of a literal, else the same as `text`
  /// @param start index of its first character
  record Token(Kind kind, String text, Object value, int start) {
    /// An operator or bracket.
    boolean isSign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    /// A bare name, in any case.
    boolean isWord(String word) {
      return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
  }

  private static final String PART = "(?:[\\p{L}_$][\\p{L}\\p{N}_$]*|`(?:[^`]++|``)*+`)";
  private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + ")*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d{1,9})?");
  private static final Pattern INFINITY = Pattern.compile("[+-]?(?i:inf|infinity)\\b");
  private static final Pattern STRING = Pattern.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"");
  private static final Pattern BYTES = Pattern.compile("(?i:x)'(?:\\p{XDigit}{2})*+'");
  private static final Pattern SIGN = Pattern.compile("<=|>=|<>|!=|==|[=<>(),]");

  private final String text;
  private int at;

  PredicateLexer(String text) {
    this.text = text;
  }

  /// The next word.
  ///
  /// @throws IllegalArgumentException when there is none that can be read
  Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int start = at;
    if (at == text.length()) {
      return new Token(Kind.END, "", "", start);
    }
    if (take(BYTES)) {
      String digits = text.substring(start + 2, at - 1);
      return literal(start, HexFormat.of().parseHex(digits));
    } else if (take(STRING)) {
      return literal(start, unquote(text.substring(start, at)));
    } else if (take(INFINITY)) {
      boolean minus = text.charAt(start) == '-';
      return literal(start, minus ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    } else if (take(NUMBER)) {
      return literal(start, number(text.substring(start, at)));
    } else if (take(NAME)) {
      return name(start);
    } else if (take(SIGN)) {
      String sign = text.substring(start, at);
      return new Token(Kind.SIGN, sign, sign, start);
    }
    char first = text.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      throw fault(start, "the quote " + first + " is not closed");
    }
    throw fault(start, "cannot read " + Character.toString(text.codePointAt(start)));
  }

  private boolean take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    boolean found = matcher.lookingAt();
    at = found ? matcher.end() : at;
    return found;
  }

  private Token literal(int start, Object value) {
    return new Token(Kind.LITERAL, text.substring(start, at), value, start);
  }

  private static String unquote(String quoted) {
    String quote = quoted.substring(0, 1);
    return quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
  }

  private static Object number(String digits) {
    BigDecimal value = new BigDecimal(digits);
    if (digits.matches("[+-]?\\d+")) {
      BigInteger whole = value.toBigInteger();
      return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
    return value;
  }

  private Token name(int start) {
    String word = text.substring(start, at);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> literal(start, true);
      case "false" -> literal(start, false);
      case "nan" -> literal(start, Double.NaN);
      default -> new Token(Kind.NAME, word, plain(word), start);
    };
  }

  /// A name without its backticks.
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean doubled = c == '`' && i + 1 < name.length() && name.charAt(i + 1) == '`';
      if (c != '`') {
        plain.append(c);
      } else if (doubled) {
        plain.append(c);
        i++;
      }
    }
    return plain.toString();
  }

  /// What to throw for a fault at an index.
  static IllegalArgumentException fault(int index, String problem) {
    return new IllegalArgumentException("filter, position " + (index + 1) + ": " + problem);
  }
}
