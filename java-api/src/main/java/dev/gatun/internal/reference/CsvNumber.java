package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.CsvRules;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A cell that is a number, as Java writes it: a point before the fraction, no groups.
final class CsvNumber {
  private final CsvCell cell;
  private final CsvRules rules;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int exponentAt = -1;
  private boolean integer = true;

  private CsvNumber(CsvCell cell, CsvRules rules) {
    this.cell = cell;
    this.rules = rules;
  }

  /// The number in a cell, null when there is none:
  /// `[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?` with the decimal character for the
  /// point, and groups of three digits before it where there is a grouping character.
  static @Nullable CsvNumber read(CsvCell cell, CsvRules rules) {
    CsvNumber number = new CsvNumber(cell, rules);
    return number.read() ? number : null;
  }

  /// The whole number, for `Double.parseDouble`.
  String text() {
    return text.toString();
  }

  /// What is before the exponent.
  String digits() {
    return exponentAt < 0 ? text() : text.substring(0, exponentAt);
  }

  /// The power of ten behind the digits, of any size.
  BigInteger exponent() {
    return exponentAt < 0 ? BigInteger.ZERO : new BigInteger(text.substring(exponentAt + 1));
  }

  /// Whether there is neither a point nor an exponent.
  boolean isInteger() {
    return integer;
  }

  private boolean read() {
    sign();
    int whole = digitsFrom();
    if (rules.grouping() != 0 && is(rules.grouping())) {
      if (whole < 1 || whole > 3) {
        return false;
      }
      while (is(rules.grouping())) {
        at++;
        if (digitsFrom() != 3) {
          return false;
        }
      }
    }
    int fraction = 0;
    if (is(rules.decimal())) {
      take('.');
      integer = false;
      fraction = digitsFrom();
    }
    return whole + fraction > 0 && exponentOrEnd();
  }

  private boolean exponentOrEnd() {
    if (is('e') || is('E')) {
      exponentAt = text.length();
      take('e');
      integer = false;
      sign();
      if (digitsFrom() == 0) {
        return false;
      }
    }
    return at == cell.size();
  }

  private void sign() {
    if (is('-') || is('+')) {
      take((char) cell.at(at));
    }
  }

  private int digitsFrom() {
    int from = at;
    while (at < cell.size() && cell.at(at) >= '0' && cell.at(at) <= '9') {
      take((char) cell.at(at));
    }
    return at - from;
  }

  private boolean is(int character) {
    return at < cell.size() && cell.at(at) == character;
  }

  private void take(char character) {
    text.append(character);
    at++;
  }
}
