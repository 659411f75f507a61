package dev.gatun.csv;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a text is cut into records and cells. Immutable: every setting gives a new dialect.
///
/// A record ends at LF, CR LF or CR. A cell that begins with the quote character is quoted: it goes
/// to the next quote that is not doubled, and delimiters and line ends inside belong to it. Text
/// behind a closing quote and a quote that is never closed are errors. A quote anywhere else is a
/// character like others. What is left to [#DETECT] is found out from the beginning of the text.
public final class CsvDialect {
  /// To be found out from the text.
  public static final char DETECT = '\uffff';

  private static final CsvDialect DEFAULT = new CsvDialect();

  private char delimiter = DETECT;
  private char quote = DETECT;
  private char escape = 0;
  private char comment = 0;
  private int skipLines = 0;
  private Header header = Header.DETECT;
  private boolean skipEmptyLines = true;
  private boolean strayQuotes = true;
  private boolean trim = false;
  private boolean mergeDelimiters = false;
  private Ragged ragged = Ragged.ERROR;
  private @Nullable Charset charset;
  private boolean replaceMalformed = false;
  private int mostRecordBytes = 64 << 20;

  /// Whether the first record is names.
  public enum Header {
    /// Found out from the first records.
    DETECT,
    /// It is.
    PRESENT,
    /// It is data; columns are called `column_1`, `column_2`, and so on.
    ABSENT
  }

  /// What to do with records of another length than the first.
  public enum Ragged {
    /// Longer and shorter ones are errors, or rejects.
    ERROR,
    /// Missing cells are empty; longer ones are errors, or rejects.
    PAD,
    /// Missing cells are empty, those too many are left out.
    TRUNCATE
  }

  private CsvDialect() {}

  /// Delimiter, quote and header found out; everything else at its default. With the delimiter,
  /// comments are found out too: where a text begins with lines that begin with `#` and cannot be
  /// records, since they have other numbers of cells than the records behind them.
  public static CsvDialect detect() {
    return DEFAULT;
  }

  /// RFC 4180 with a header: comma, double quotes.
  public static CsvDialect rfc4180() {
    return DEFAULT.delimiter(',').quote('"').header(Header.PRESENT);
  }

  private CsvDialect with(Consumer<CsvDialect> change) {
    CsvDialect copy = new CsvDialect();
    copy.delimiter = delimiter;
    copy.quote = quote;
    copy.escape = escape;
    copy.comment = comment;
    copy.skipLines = skipLines;
    copy.header = header;
    copy.skipEmptyLines = skipEmptyLines;
    copy.strayQuotes = strayQuotes;
    copy.trim = trim;
    copy.mergeDelimiters = mergeDelimiters;
    copy.ragged = ragged;
    copy.charset = charset;
    copy.replaceMalformed = replaceMalformed;
    copy.mostRecordBytes = mostRecordBytes;
    change.accept(copy);
    copy.check();
    return copy;
  }

  private void check() {
    check(delimiter, "delimiter", delimiter == DETECT);
    check(quote, "quote", quote == DETECT || quote == 0);
    check(escape, "escape", escape == 0);
    check(comment, "comment", comment == 0);
    if ((delimiter != DETECT && (delimiter == quote || delimiter == escape || delimiter == comment))
        || (quote != 0 && (quote == comment || quote == escape))) {
      throw new IllegalArgumentException("one character has two meanings in the dialect");
    }
    if (skipLines < 0) {
      throw new IllegalArgumentException("skipLines " + skipLines + " is negative");
    }
    if (mostRecordBytes < 1 || mostRecordBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "mostRecordBytes " + mostRecordBytes + " is not in 1.." + (1 << 30));
    }
  }

  /// The settings, for people.
  @Override
  public String toString() {
    return "delimiter %s, quote %s, escape %s, comment %s, skip %d lines, header %s, ragged %s%s%s%s%s, %s"
        .formatted(
            describe(delimiter),
            describe(quote),
            describe(escape),
            describe(comment),
            skipLines,
            header,
            ragged,
            skipEmptyLines ? "" : ", empty lines are records",
            strayQuotes ? "" : ", no stray quotes",
            trim ? ", trimmed" : "",
            mergeDelimiters ? ", delimiters merged" : "",
            charset == null ? "UTF-8 or by byte order mark" : charset.name());
  }

  private static String describe(char value) {
    return switch (value) {
      case 0 -> "none";
      case DETECT -> "to be found out";
      case '\t' -> "tab";
      case ' ' -> "blank";
      default -> String.valueOf(value);
    };
  }

  private static void check(char value, String name, boolean special) {
    if (!special && (value == 0 || value > 0x7e || value == '\n' || value == '\r')) {
      throw new IllegalArgumentException("%s U+%04X cannot be used".formatted(name, (int) value));
    }
  }

  /// Between cells.
  public char delimiter() {
    return delimiter;
  }

  /// With this delimiter: an ASCII character, or [#DETECT], the default.
  ///
  /// @throws IllegalArgumentException when it cannot be used, or has another meaning already
  public CsvDialect delimiter(char value) {
    return with(copy -> copy.delimiter = value);
  }

  /// Around cells that have delimiters or line ends in them; 0 for none.
  public char quote() {
    return quote;
  }

  /// With this quote: an ASCII character, 0 for none, or [#DETECT], the default.
  ///
  /// @throws IllegalArgumentException when it cannot be used, or has another meaning already
  public CsvDialect quote(char value) {
    return with(copy -> copy.quote = value);
  }

  /// Before quotes inside quotes; 0 where they are doubled.
  public char escape() {
    return escape;
  }

  /// With a character that, inside quotes, takes the meaning of a quote or of itself behind it; 0,
  /// the default, where quotes are doubled instead.
  ///
  /// @throws IllegalArgumentException when it cannot be used, or has another meaning already
  public CsvDialect escape(char value) {
    return with(copy -> copy.escape = value);
  }

  /// At the beginning of lines that are no records; 0 for none.
  public char comment() {
    return comment;
  }

  /// With comments: lines that begin with this ASCII character are no records; 0, the default, for
  /// none.
  ///
  /// @throws IllegalArgumentException when it cannot be used, or has another meaning already
  public CsvDialect comment(char value) {
    return with(copy -> copy.comment = value);
  }

  /// Lines left out at the beginning.
  public int skipLines() {
    return skipLines;
  }

  /// Without so many lines at the beginning, whatever is in them.
  ///
  /// @throws IllegalArgumentException when out of range
  public CsvDialect skipLines(int value) {
    return with(copy -> copy.skipLines = value);
  }

  /// Whether the first record is names.
  public Header header() {
    return header;
  }

  /// With a header, without, or found out, the default.
  public CsvDialect header(Header value) {
    return with(copy -> copy.header = value);
  }

  /// Whether empty lines are no records.
  public boolean skipEmptyLines() {
    return skipEmptyLines;
  }

  /// Whether a line of no bytes is no record, the default; else it is a record of one empty cell.
  public CsvDialect skipEmptyLines(boolean value) {
    return with(copy -> copy.skipEmptyLines = value);
  }

  /// Whether quotes inside unquoted cells are characters like others.
  public boolean strayQuotes() {
    return strayQuotes;
  }

  /// Whether a quote inside a cell that does not begin with one is a character like others, the
  /// default; else it is an error.
  public CsvDialect strayQuotes(boolean value) {
    return with(copy -> copy.strayQuotes = value);
  }

  /// Whether blanks around cells are left out.
  public boolean trim() {
    return trim;
  }

  /// Whether blanks and tabs around cells, outside quotes, do not belong to them; they do by
  /// default.
  public CsvDialect trim(boolean value) {
    return with(copy -> copy.trim = value);
  }

  /// Whether runs of delimiters count as one.
  public boolean mergeDelimiters() {
    return mergeDelimiters;
  }

  /// Whether runs of delimiters count as one, and do not count at the ends of a line: for columns
  /// set apart by blanks.
  public CsvDialect mergeDelimiters(boolean value) {
    return with(copy -> copy.mergeDelimiters = value);
  }

  /// What becomes of records of another length than the first.
  public Ragged ragged() {
    return ragged;
  }

  /// What to do with records that have more or fewer cells than the first.
  public CsvDialect ragged(Ragged value) {
    return with(copy -> copy.ragged = value);
  }

  /// The encoding, null to go by a byte order mark.
  public @Nullable Charset charset() {
    return charset;
  }

  /// In this encoding; null, the default, for UTF-8, or UTF-16 where a byte order mark says so.
  public CsvDialect charset(@Nullable Charset value) {
    return with(copy -> copy.charset = value);
  }

  /// Whether malformed bytes become U+FFFD.
  public boolean replaceMalformed() {
    return replaceMalformed;
  }

  /// Whether bytes that are not of the charset become U+FFFD; they are an error by default.
  public CsvDialect replaceMalformed(boolean value) {
    return with(copy -> copy.replaceMalformed = value);
  }

  /// Longest record in bytes of UTF-8.
  public int mostRecordBytes() {
    return mostRecordBytes;
  }

  /// With records of at most so many bytes of UTF-8, 1 to 2^30; default 64 MiB. A safeguard
  /// against a lone quote in a large file, and the bound of the reader's memory.
  ///
  /// @throws IllegalArgumentException when out of range
  public CsvDialect mostRecordBytes(int value) {
    return with(copy -> copy.mostRecordBytes = value);
  }
}
