package dev.gatun.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The grammar once more, a character at a time and with everything remembered: what the reader is
/// checked against. Knows dialects whose characters and lines are all said.
final class NaiveCsv {
  /// @param text without quotes and escapes, a character a byte
  /// @param raw as it stands in the text
  /// @param offset where it begins
  record Cell(String text, String raw, boolean quoted, long offset) {}

  /// @param trouble what is wrong with cell `troubleColumn` (from 0) at byte `troubleAt`, or null
  /// @param raw as it stands in the text, without the line end
  record Line(
      long line,
      long offset,
      List<Cell> cells,
      CsvProblem.Kind trouble,
      int troubleColumn,
      long troubleAt,
      String raw) {
    List<String> texts() {
      return cells.stream().map(Cell::text).toList();
    }
  }

  private static final char NONE = '\uffff';

  private final CsvDialect dialect;
  private final String text;
  private final List<Line> records = new ArrayList<>();
  private int at;
  private long line = 1;

  private CsvProblem.Kind trouble;
  private int troubleColumn;
  private int troubleAt;

  private NaiveCsv(CsvDialect dialect, String text) {
    this.dialect = dialect;
    this.text = text;
  }

  /// All records, the bad ones too, before anything is said about their length.
  static List<Line> records(CsvDialect dialect, byte[] text) {
    String bytes = new String(text, StandardCharsets.ISO_8859_1);
    NaiveCsv csv =
        new NaiveCsv(dialect, bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes);
    csv.skipLines();
    while (csv.at < csv.text.length()) {
      csv.record();
    }
    return csv.records;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : NONE;
  }

  private char peek() {
    return peek(0);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /// Steps over a character, or a line end.
  private void step() {
    char c = text.charAt(at++);
    if (c == '\r' && peek() == '\n') {
      at++;
    }
    if (isLineEnd(c)) {
      line++;
    }
  }

  private void skipLine() {
    while (at < text.length() && !isLineEnd(peek())) {
      at++;
    }
    if (at < text.length()) {
      step();
    }
  }

  private void skipLines() {
    for (int i = 0; i < dialect.skipLines() && at < text.length(); i++) {
      skipLine();
    }
  }

  private void record() {
    if (dialect.comment() != 0 && peek() == dialect.comment()) {
      skipLine();
      return;
    }
    if (isLineEnd(peek()) && dialect.skipEmptyLines()) {
      step();
      return;
    }
    int start = at;
    long first = line;
    trouble = null;
    List<Cell> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(cell(cells.size()));
      more = peek() == dialect.delimiter();
      if (more) {
        at++;
      }
    }
    String raw = text.substring(start, at);
    if (at < text.length()) {
      step();
    }
    records.add(new Line(first, start, cells, trouble, troubleColumn, troubleAt, raw));
  }

  private void trouble(CsvProblem.Kind kind, int column, int position) {
    if (trouble == null) {
      trouble = kind;
      troubleColumn = column;
      troubleAt = position;
    }
  }

  private boolean isBlank(char c) {
    return (c == ' ' || c == '\t') && c != dialect.delimiter();
  }

  private void skipBlanks() {
    while (dialect.trim() && isBlank(peek())) {
      at++;
    }
  }

  private Cell cell(int column) {
    skipBlanks();
    int start = at;
    if (dialect.quote() != 0 && peek() == dialect.quote()) {
      return quoted(column, start);
    }
    plain();
    String raw = text.substring(start, at);
    if (dialect.trim()) {
      int end = raw.length();
      while (end > 0 && isBlank(raw.charAt(end - 1))) {
        end--;
      }
      raw = raw.substring(0, end);
    }
    if (!dialect.strayQuotes() && dialect.quote() != 0 && raw.indexOf(dialect.quote()) >= 0) {
      trouble(CsvProblem.Kind.STRAY_QUOTE, column, start + raw.indexOf(dialect.quote()));
    }
    return new Cell(raw, raw, false, start);
  }

  /// Up to the next delimiter or line end.
  private void plain() {
    while (at < text.length() && peek() != dialect.delimiter() && !isLineEnd(peek())) {
      at++;
    }
  }

  private Cell quoted(int column, int start) {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      if (at == text.length()) {
        trouble(CsvProblem.Kind.UNCLOSED_QUOTE, column, start);
        return new Cell(value.toString(), text.substring(start), true, start);
      }
      char c = peek();
      boolean pair =
          dialect.escape() != 0
              ? c == dialect.escape() && (peek(1) == dialect.quote() || peek(1) == c)
              : c == dialect.quote() && peek(1) == c;
      if (pair) {
        value.append(peek(1));
        at += 2;
      } else if (c == dialect.quote()) {
        break;
      } else {
        int from = at;
        step();
        value.append(text, from, at);
      }
    }
    at++;
    String raw = text.substring(start, at);
    skipBlanks();
    if (at < text.length() && peek() != dialect.delimiter() && !isLineEnd(peek())) {
      trouble(CsvProblem.Kind.TEXT_AFTER_QUOTE, column, at);
      plain();
      raw = text.substring(start, at);
    }
    return new Cell(value.toString(), raw, true, start);
  }
}
