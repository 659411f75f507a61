package dev.gatun.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How cells are turned into values. Immutable: every setting gives new formats.
public final class CsvFormats {
  private static final CsvFormats DEFAULT = new CsvFormats();

  private List<String> nulls = List.of("");
  private StringNulls stringNulls = StringNulls.NONE;
  private char decimalSeparator = '.';
  private char groupingSeparator = 0;
  private List<String> trueTokens = List.of("true", "True", "TRUE");
  private List<String> falseTokens = List.of("false", "False", "FALSE");
  private @Nullable String dateFormat;
  private @Nullable String timeFormat;
  private @Nullable String timestampFormat;

  /// When cells of string columns are null.
  public enum StringNulls {
    /// Never: an empty cell is an empty string.
    NONE,
    /// When they are a null token without quotes: `""` is an empty string, nothing is null.
    UNQUOTED,
    /// When they are a null token, with quotes or without.
    ALL
  }

  private CsvFormats() {}

  /// The defaults.
  public static CsvFormats defaults() {
    return DEFAULT;
  }

  private CsvFormats with(Consumer<CsvFormats> change) {
    CsvFormats copy = new CsvFormats();
    copy.nulls = nulls;
    copy.stringNulls = stringNulls;
    copy.decimalSeparator = decimalSeparator;
    copy.groupingSeparator = groupingSeparator;
    copy.trueTokens = trueTokens;
    copy.falseTokens = falseTokens;
    copy.dateFormat = dateFormat;
    copy.timeFormat = timeFormat;
    copy.timestampFormat = timestampFormat;
    change.accept(copy);
    copy.check();
    return copy;
  }

  private void check() {
    if (decimalSeparator != '.' && decimalSeparator != ',') {
      throw new IllegalArgumentException("decimal separator '" + decimalSeparator + "'");
    }
    if (groupingSeparator == decimalSeparator
        || groupingSeparator > 0x7e
        || (groupingSeparator != 0
            && (groupingSeparator < ' '
                || Character.isLetterOrDigit(groupingSeparator)
                || "+-\"".indexOf(groupingSeparator) >= 0))) {
      throw new IllegalArgumentException("grouping separator '" + groupingSeparator + "'");
    }
    checkLengths(nulls);
    checkLengths(trueTokens);
    checkLengths(falseTokens);
  }

  private static void checkLengths(List<String> tokens) {
    for (String token : tokens) {
      if (token.getBytes(StandardCharsets.UTF_8).length > 255) {
        throw new IllegalArgumentException("a token has more than 255 bytes: " + token);
      }
    }
  }

  /// Cells that are null.
  public List<String> nulls() {
    return nulls;
  }

  /// With these null tokens: cells, without their quotes, that are null in columns other than
  /// strings; default: the empty cell. Each at most 255 bytes of UTF-8.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvFormats nulls(String... values) {
    List<String> tokens = List.of(values);
    return with(copy -> copy.nulls = tokens);
  }

  /// With these null tokens; none at all when the list is empty.
  ///
  /// @throws IllegalArgumentException when one cannot be used
  public CsvFormats nulls(List<String> tokens) {
    List<String> copy = List.copyOf(tokens);
    return with(changed -> changed.nulls = copy);
  }

  /// When cells of string columns are null.
  public StringNulls stringNulls() {
    return stringNulls;
  }

  /// When cells of string columns are null.
  public CsvFormats stringNulls(StringNulls value) {
    return with(copy -> copy.stringNulls = value);
  }

  /// Before the fraction of a number.
  public char decimalSeparator() {
    return decimalSeparator;
  }

  /// With this character before the fraction of a number: `.`, the default, or `,`.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvFormats decimalSeparator(char value) {
    return with(copy -> copy.decimalSeparator = value);
  }

  /// Between groups of three digits, 0 for none.
  public char groupingSeparator() {
    return groupingSeparator;
  }

  /// With this ASCII character between groups of three digits; 0, the default, for none.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvFormats groupingSeparator(char value) {
    return with(copy -> copy.groupingSeparator = value);
  }

  /// Tokens for true.
  public List<String> trueTokens() {
    return trueTokens;
  }

  /// With these tokens for true; default `true`, `True`, `TRUE`.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvFormats trueTokens(String... values) {
    List<String> tokens = List.of(values);
    return with(copy -> copy.trueTokens = tokens);
  }

  /// Tokens for false.
  public List<String> falseTokens() {
    return falseTokens;
  }

  /// With these tokens for false; default `false`, `False`, `FALSE`.
  ///
  /// @throws IllegalArgumentException when it cannot be used
  public CsvFormats falseTokens(String... values) {
    List<String> tokens = List.of(values);
    return with(copy -> copy.falseTokens = tokens);
  }

  /// Pattern of dates, null for ISO 8601.
  public @Nullable String dateFormat() {
    return dateFormat;
  }

  /// With dates in a pattern of [java.time.format.DateTimeFormatter] letters, such as
  /// `dd.MM.yyyy`; null, the default, for ISO 8601.
  public CsvFormats dateFormat(@Nullable String value) {
    return with(copy -> copy.dateFormat = value);
  }

  /// Pattern of times of day, null for ISO 8601.
  public @Nullable String timeFormat() {
    return timeFormat;
  }

  /// With times of day in a pattern; null, the default, for ISO 8601.
  public CsvFormats timeFormat(@Nullable String value) {
    return with(copy -> copy.timeFormat = value);
  }

  /// Pattern of timestamps, null for ISO 8601.
  public @Nullable String timestampFormat() {
    return timestampFormat;
  }

  /// With timestamps in a pattern, such as `dd/MM/yyyy HH:mm:ss`; null, the default, for ISO 8601
  /// with `T` or a blank.
  public CsvFormats timestampFormat(@Nullable String value) {
    return with(copy -> copy.timestampFormat = value);
  }
}
