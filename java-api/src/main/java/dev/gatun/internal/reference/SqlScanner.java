package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Open;
import java.lang.foreign.MemorySegment;

/// One scan of an SQL text: goes from one thing to the next.
final class SqlScanner implements SqlScan.Scanner {
  private static final int END = -1;

  private final int rules;
  private MemorySegment text = MemorySegment.NULL;
  private long to;

  /// Everything before is taken; from here on only code was seen.
  private long behind;

  /// Where the statement begins, `to` when no code of it was seen.
  private long firstCode;

  private int executables;
  private long executableBegin;
  private Open open = Open.NOTHING;
  private long begin;
  private int depth;
  private long firstLong;
  private long lastCode;

  SqlScanner(int rules) {
    this.rules = rules;
  }

  @Override
  public Open scan(MemorySegment newText, long from, long newTo) {
    Slack.check(newText, from, newTo - from);
    text = newText;
    to = newTo;
    behind = from;
    firstCode = to;
    executables = 0;
    open = Open.NOTHING;
    begin = to;
    depth = 0;
    firstLong = to;
    lastCode = to;
    for (long at = from; at < to; ) {
      at = take(at);
    }
    code(to);
    if (open == Open.NOTHING && executables > 0) {
      leaveOpen(Open.EXECUTABLE_COMMENT, executableBegin, executables);
    }
    return open;
  }

  private boolean has(int rule) {
    return (rules & rule) != 0;
  }

  /// The byte at a position, [#END] behind the text.
  private int at(long position) {
    return position < to ? text.get(JAVA_BYTE, position) & 0xFF : END;
  }

  /// Takes what begins here. Returns where to go on.
  private long take(long at) {
    return switch (at(at)) {
      case '\'' -> {
        boolean escaped = has(SqlScan.E_STRINGS) && isEscaped(at);
        yield quoted(at, '\'', Open.STRING, escaped || has(SqlScan.BACKSLASHES), escaped);
      }
      case '"' -> quoted(at, '"', Open.IDENTIFIER, has(SqlScan.BACKSLASHES), false);
      case '`' -> has(SqlScan.BACKTICKS) ? quoted(at, '`', Open.IDENTIFIER, false, false) : at + 1;
      case '[' -> has(SqlScan.BRACKETS) ? quoted(at, ']', Open.IDENTIFIER, false, false) : at + 1;
      case '-' -> beginsComment(at) ? lineComment(at) : at + 1;
      case '#' -> has(SqlScan.HASH_COMMENTS) ? lineComment(at) : at + 1;
      case '/' -> at(at + 1) == '*' ? comment(at) : at + 1;
      case '*' -> executables > 0 && at(at + 1) == '/' ? endExecutable(at) : at + 1;
      case '$' -> has(SqlScan.DOLLAR_QUOTES) ? dollarQuote(at) : at + 1;
      case '\\' -> has(SqlScan.PSQL) ? backslash(at) : at + 1;
      case ';' -> has(SqlScan.PSQL) ? statementEnd(at) : at + 1;
      default -> at + 1;
    };
  }

  /// Notes that what lies between the last thing and this position is code, blanks apart.
  private void code(long until) {
    long first = behind;
    while (first < until && SqlWords.isBlank(at(first))) {
      first++;
    }
    if (first < until) {
      firstCode = Math.min(firstCode, first);
      long last = until - 1;
      while (SqlWords.isBlank(at(last))) {
        last--;
      }
      lastCode = last;
    }
    behind = until;
  }

  /// Notes that these bytes are code that was taken whole.
  private long solid(long from, long until) {
    firstCode = Math.min(firstCode, from);
    lastCode = until - 1;
    behind = until;
    return until;
  }

  private long endStatement(long until) {
    firstCode = to;
    lastCode = to;
    behind = until;
    return until;
  }

  private long leaveOpen(Open what, long from, int newDepth) {
    open = what;
    begin = from;
    depth = newDepth;
    behind = to;
    return to;
  }

  private boolean beginsComment(long at) {
    if (at(at + 1) != '-') {
      return false;
    }
    int next = at(at + 2);
    return !has(SqlScan.BLANK_AFTER_DASHES) || next <= ' ' || next == 0x7F;
  }

  private long lineEnd(long at) {
    while (at < to && !SqlWords.isLineEnd(at(at))) {
      at++;
    }
    return at;
  }

  private long lineComment(long at) {
    code(at);
    behind = lineEnd(at);
    return behind < to ? behind : leaveOpen(Open.LINE_COMMENT, at, 0);
  }

  private long comment(long from) {
    code(from);
    if (has(SqlScan.EXECUTABLE_COMMENTS)) {
      long mark = at(from + 2) == 'M' ? from + 3 : from + 2;
      if (at(mark) == '!') {
        if (executables++ == 0) {
          executableBegin = from;
        }
        behind = mark + 1;
        return behind;
      }
    }
    int nested = 1;
    for (long at = from + 2; at < to; at++) {
      if (at(at) == '*' && at(at + 1) == '/') {
        at++;
        if (--nested == 0) {
          behind = at + 1;
          return behind;
        }
      } else if (has(SqlScan.NESTED_COMMENTS) && at(at) == '/' && at(at + 1) == '*') {
        at++;
        nested++;
      }
    }
    return leaveOpen(Open.BLOCK_COMMENT, from, nested);
  }

  private long endExecutable(long at) {
    code(at);
    executables--;
    behind = at + 2;
    return behind;
  }

  /// Whether the string at a position stands behind an `E`.
  private boolean isEscaped(long at) {
    return at > behind
        && (at(at - 1) | 0x20) == 'e'
        && (at - 1 == behind || !SqlWords.isInWord(at(at - 2)));
  }

  /// @param goesOn whether a string behind it may belong to it
  private long quoted(long from, int close, Open what, boolean escapes, boolean goesOn) {
    code(from);
    for (long at = from + 1; at < to; at++) {
      int c = at(at);
      if (c == '\\' && escapes) {
        at++;
      } else if (SqlWords.isLineEnd(c)) {
        firstLong = Math.min(firstLong, from);
      } else if (c == close && at(at + 1) == close) {
        at++;
      } else if (c == close) {
        long next = goesOn ? nextPart(at + 1) : to;
        if (next == to) {
          return solid(from, at + 1);
        }
        at = next;
      }
    }
    lastCode = to - 1;
    return leaveOpen(what, from, 0);
  }

  /// The quote of a string that goes on behind a line end, `to` when there is none.
  private long nextPart(long at) {
    boolean lineEnd = false;
    for (; SqlWords.isBlank(at(at)); at++) {
      lineEnd |= SqlWords.isLineEnd(at(at));
    }
    return lineEnd && at(at) == '\'' ? at : to;
  }

  private long dollarQuote(long from) {
    boolean inWord = from > behind && SqlWords.isInWord(at(from - 1));
    long tag = from + 1;
    if (inWord || SqlWords.isDigit(at(tag))) {
      return tag;
    }
    while (SqlWords.isInTag(at(tag))) {
      tag++;
    }
    if (at(tag) != '$') {
      return tag;
    }
    code(from);
    long size = tag + 1 - from;
    for (long at = tag + 1; at <= to - size; at++) {
      if (MemorySegment.mismatch(text, at, at + size, text, from, from + size) < 0) {
        return solid(from, at + size);
      }
    }
    lastCode = to - 1;
    return leaveOpen(Open.DOLLAR_QUOTE, from, 0);
  }

  private long backslash(long at) {
    int next = at(at + 1);
    if (next == ';' || next == ':') {
      return at + 2;
    }
    code(at);
    long end = lineEnd(at);
    return SqlWords.isCopyFromStdin(text, at + 1, end) ? copyData(at, end) : endStatement(end);
  }

  private long statementEnd(long at) {
    code(at + 1);
    long statement = firstCode;
    firstCode = to;
    return SqlWords.isCopyFromStdin(text, statement, at)
        ? copyData(statement, lineEnd(at))
        : at + 1;
  }

  private long copyData(long statement, long lineEnd) {
    for (long at = lineEnd; at < to; at++) {
      boolean marked = at(at) == '\\' && SqlWords.isLineEnd(at(at - 1)) && at(at + 1) == '.';
      int next = at(at + 2);
      if (marked && (next == END || SqlWords.isLineEnd(next))) {
        return endStatement(at + 2);
      }
    }
    lastCode = to;
    return leaveOpen(Open.COPY_DATA, statement, 0);
  }

  @Override
  public long begin() {
    return begin;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public long firstLong() {
    return firstLong;
  }

  @Override
  public long lastCode() {
    return lastCode;
  }
}
