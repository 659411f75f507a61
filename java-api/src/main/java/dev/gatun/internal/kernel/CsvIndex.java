package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `csv_index`: finds the cells of a text. Contract: `gatun/csv_index.h`.
///
/// **Grammar.** A record ends at LF, CR LF or CR outside quotes, or with the input. Cells lie
/// between delimiters. A cell that begins with the quote is quoted: it goes to the next quote that
/// is neither doubled nor, where there is an escape character, escaped (escape before a quote or
/// before itself), and must be followed by a delimiter, a line end or the end of the input;
/// delimiters and line ends inside belong to it. A quote anywhere else is a byte like others, or an
/// error if the grammar says so. A line of no bytes is no record if the grammar says so, else a
/// record of one empty cell. A line that begins with the comment character, outside quotes, is no
/// record.
public interface CsvIndex {
  /// An indexer, for one thread at a time.
  Indexer open(Grammar grammar);

  /// What to do with records that have another number of cells than expected.
  enum Ragged {
    /// both are errors
    ERROR,
    /// missing cells are empty, too many are an error
    PAD,
    /// missing cells are empty, those too many are left out
    TRUNCATE
  }

  /// How a text is written. Characters are ASCII bytes, 0 for none.
  ///
  /// @param escape 0, or the quote, where quotes are doubled; with another one they are not
  /// @param strayQuotes a quote inside a cell that does not begin with one is a byte like others;
  ///     else an error
  /// @param trim blanks and tabs around cells do not belong to them; a cell is quoted when its
  ///     first other byte is the quote
  /// @param merge runs of the delimiter count as one, and those at the beginning and end of a line
  ///     do not count
  record Grammar(
      int delimiter,
      int quote,
      int escape,
      int comment,
      boolean skipEmptyLines,
      boolean strayQuotes,
      boolean trim,
      boolean merge,
      Ragged ragged) {
    /// @throws IllegalArgumentException when a character is not ASCII, or is another one or a line
    ///     end
    public Grammar {
      if (escape == quote) {
        escape = 0;
      }
      int[] characters = {delimiter, quote, escape, comment, '\n', '\r'};
      for (int i = 0; i < characters.length; i++) {
        if (characters[i] < 0 || characters[i] > 127) {
          throw new IllegalArgumentException("a character of the grammar is not ASCII");
        }
        for (int k = 0; k < i; k++) {
          if (characters[i] != 0 && characters[i] == characters[k]) {
            throw new IllegalArgumentException(
                "two characters of the grammar are the same, or one is a line end");
          }
        }
      }
    }
  }

  /// Why [Indexer#index] stopped.
  enum Stop {
    /// at the end of the text; [Indexer#next] is where the record, comment or line begins that is
    /// not complete, if it is not there itself
    END,
    /// another record begins at [Indexer#next], but there is no room for it
    FULL,
    /// the record at [Indexer#next] is not right: see [Indexer#problem]
    BAD
  }

  /// What is wrong with a record. The first of its cells that is wrong counts; where all are right,
  /// their number does.
  enum Problem {
    /// a byte behind a closing quote that is neither delimiter nor line end
    TEXT_AFTER_QUOTE,
    /// a quote inside a cell that does not begin with one
    STRAY_QUOTE,
    /// the input ends inside quotes
    UNCLOSED_QUOTE,
    /// fewer cells than the width
    TOO_FEW,
    /// more cells than the width
    TOO_MANY
  }

  /// Finds records, one call after another. What the methods below return is about the last call.
  interface Indexer {
    /// Indexes whole records. Passes over comments and, where they are no records, empty lines,
    /// behind the last record too.
    ///
    /// @param text [CsvCells#SLACK] bytes behind `to` can be read
    /// @param from where a record (or an empty line or comment) begins
    /// @param to end of what is there, less than 2^31
    /// @param last whether the input ends at `to`: a record may then end there without a line end.
    ///     If not, a CR as the last byte does not end a record: an LF may follow
    /// @param width cells of every record, 1 or more; 0 to take each as it is, which fills `firsts`
    /// @param starts room for cells, int32: positions in `text`
    /// @param ends the same
    /// @param firsts for width 0: index of the first cell of each record, int32, and behind them
    ///     the number of cells; else [MemorySegment#NULL]
    /// @param mostCells room in `starts` and `ends`, not counting [CsvCells#SLACK] elements behind
    ///     that may be overwritten
    /// @param mostRows most records; for width 0 `firsts` has room for one more
    Stop index(
        MemorySegment text,
        long from,
        long to,
        boolean last,
        int width,
        MemorySegment starts,
        MemorySegment ends,
        MemorySegment firsts,
        long mostCells,
        int mostRows);

    /// Records found. All before the one that stopped it.
    int rows();

    /// Cells found: rows times width, unless the width was 0.
    long cells();

    /// Where the first record begins that was not taken.
    long next();

    /// Line ends (LF, CR LF, CR), quoted ones too, between `from` and [#next].
    long lines();

    /// After [Stop#BAD]: what is wrong with the record at [#next].
    Problem problem();

    /// After [Stop#BAD]: the byte that is wrong; for a wrong number of cells the record's end; for
    /// an unclosed quote the quote.
    long problemAt();

    /// After [Stop#BAD]: number of the cell that is wrong, from 0; for a wrong number of cells how
    /// many there are. The cells before it, at most `width`, are in `starts` and `ends` behind
    /// those that count, as far as there is room.
    int problemCell();

    /// After [Stop#BAD]: where the next record begins. A cell with text behind its closing quote
    /// ends at the next delimiter or line end. Does not reach beyond `to`; a bad record is only
    /// reported when it is complete (or `last`).
    long resume();

    /// After [Stop#BAD]: line ends between [#next] and [#resume].
    long problemLines();
  }
}
