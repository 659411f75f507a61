package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `sql_scan`: whether a comment or quote of an SQL text is still open at its end. Contract:
/// `gatun/sql_scan.h`.
///
/// **Grammar.** A line comment goes from `--` to the end of its line (LF or CR), a block comment
/// from `/*` to `*/`, a string from `'` to the next one that is not doubled, a quoted identifier
/// from `"` to the next one that is not doubled. Inside one of them nothing else begins. The rules
/// add to that.
///
/// Texts are off the heap, with [Slack#BYTES] bytes behind them that can be read.
public interface SqlScan {
  /// Block comments nest.
  int NESTED_COMMENTS = 1;

  /// `#` begins a line comment.
  int HASH_COMMENTS = 1 << 1;

  /// `--` begins a comment only before a blank, a control character or the end.
  int BLANK_AFTER_DASHES = 1 << 2;

  /// What stands between `/*!` (or `/*M!`) and `*/` is code: comments and quotes in it count. They
  /// nest.
  int EXECUTABLE_COMMENTS = 1 << 3;

  /// In `'…'` and `"…"` a backslash makes the byte behind it an ordinary one.
  int BACKSLASHES = 1 << 4;

  /// The same in `'…'` behind an `E` that is a word of its own, and in the strings behind it with
  /// nothing but blanks and at least one line end between.
  int E_STRINGS = 1 << 5;

  /// `$tag$…$tag$`: a tag is letters, digits, `_` and bytes from 0x80, the first no digit, or
  /// nothing. Not directly behind a byte of a tag or `$`.
  int DOLLAR_QUOTES = 1 << 6;

  /// `` `…` `` is a quoted identifier, the backtick inside is doubled.
  int BACKTICKS = 1 << 7;

  /// `[…]` is a quoted identifier, the closing bracket inside is doubled.
  int BRACKETS = 1 << 8;

  /// A backslash that is no `\;` or `\:` begins a command that goes to the end of its line. Behind
  /// the line of a `COPY … FROM STDIN` that ends with `;`, and of the command `\copy` with these
  /// words, come data, up to a line that is `\.`.
  int PSQL = 1 << 9;

  /// All rules.
  int ALL_RULES = (1 << 10) - 1;

  /// What may be open at the end of a text. A line end closes a line comment.
  enum Open {
    NOTHING,
    LINE_COMMENT,
    BLOCK_COMMENT,
    EXECUTABLE_COMMENT,
    STRING,
    IDENTIFIER,
    DOLLAR_QUOTE,
    COPY_DATA
  }

  /// A scanner, for one thread at a time.
  ///
  /// @param rules of the grammar, added up
  /// @throws IllegalArgumentException for rules that do not exist
  Scanner open(int rules);

  /// Scans texts, one after another.
  interface Scanner {
    /// Scans `text[from, to)`, which begins outside comments and quotes. O(to - from). What the
    /// other methods return is about the last scan; positions are in `text`, `to` stands for none.
    ///
    /// @return the innermost thing that is open at the end
    /// @throws IndexOutOfBoundsException when the range is not inside the segment
    Open scan(MemorySegment text, long from, long to);

    /// First byte of what is open, the outermost of comments. For data the statement.
    long begin();

    /// Block or executable comments that are open inside each other; 0 when the innermost thing is
    /// something else.
    int depth();

    /// First byte of the first string or quoted identifier that goes over a line end. Where a quote
    /// is missing, it is likely missing there.
    long firstLong();

    /// Last byte that is quoted, or neither blank nor in a comment; `to` also when a command or
    /// data of psql come after it.
    long lastCode();
  }

  /// Line ends of a text.
  ///
  /// @param ends LF, CR LF and CR
  /// @param returns CR
  record Lines(long ends, long returns) {}

  /// Counts the line ends in `text[from, to)`, whatever they stand in. O(to - from).
  ///
  /// @throws IndexOutOfBoundsException when the range is not inside the segment
  Lines lines(MemorySegment text, long from, long to);
}
