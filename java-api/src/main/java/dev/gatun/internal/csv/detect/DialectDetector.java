package dev.gatun.internal.csv.detect;

import dev.gatun.Engine;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvIndex;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Finds out delimiter and quote: cuts the beginning of a text in all the usual ways and takes the
/// one that fits best. Of lines that no delimiter cuts alike it makes one column.
///
/// Comments that begin with `#` are found out too, if the delimiter is to be: where the text begins
/// with such lines, not all of them have as many cells as the records behind them (so that reading
/// them as records would fail), and no such line among the records has.
public final class DialectDetector {
  private static final char COMMENT = '#';

  private final CsvDialect given;
  private final Sample sample;
  private final Counted<CsvIndex> index;
  private final Shapes shapes = new Shapes(CsvFormats.defaults());

  private DialectDetector(CsvDialect given, Sample sample, Counted<CsvIndex> index) {
    this.given = given;
    this.sample = sample;
    this.index = index;
  }

  /// The dialect with a delimiter and a quote. Looks at 1,000 lines, or as many as fit in 128 KiB,
  /// or 20 lines of at most 1 MiB.
  ///
  /// @param text the beginning of a text, UTF-8, at `from`, lines that are skipped left out
  /// @param last whether the whole text is there
  public static CsvDialect detect(
      CsvDialect given, MemorySegment text, long from, long to, boolean last, Engine engine) {
    if (given.delimiter() != CsvDialect.DETECT && given.quote() != CsvDialect.DETECT) {
      return given;
    }
    Tallies tallies = new Tallies(engine);
    try (Arena arena = Arena.ofConfined()) {
      Sample sample = new Sample(text, from, to, last, arena);
      return new DialectDetector(given, sample, tallies.on(Kernels.CSV_INDEX)).detect();
    } finally {
      tallies.flush();
    }
  }

  /// A dialect with nothing left to find out, and what speaks for it.
  private record Candidate(CsvDialect dialect, Cut cut, double rating) {}

  private CsvDialect detect() {
    Candidate found = best(given);
    boolean mayHaveComments =
        given.delimiter() == CsvDialect.DETECT
            && given.comment() == 0
            && found.cut().rows() > 0
            && found.cut().beginsWith(0, COMMENT);
    if (mayHaveComments) {
      Candidate commented = best(given.comment(COMMENT));
      if (commented.rating() > found.rating() && areComments(commented)) {
        return commented.dialect();
      }
    }
    return found.dialect();
  }

  private Candidate best(CsvDialect dialect) {
    Candidate best = null;
    for (char delimiter : delimiters(dialect)) {
      for (char quote : quotes(dialect)) {
        if (delimiter != quote) {
          CsvDialect tried = dialect.delimiter(delimiter).quote(quote);
          Cut cut = new Cut(sample, grammar(tried), index);
          double rating = Rating.of(cut, shapes);
          if (best == null || rating > best.rating()) {
            best = new Candidate(tried, cut, rating);
          }
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "every usual delimiter has another meaning in the dialect");
    }
    return best;
  }

  /// Those that are in the sample, and one that is not, for lines that are to stay whole.
  private List<Character> delimiters(CsvDialect dialect) {
    if (dialect.delimiter() != CsvDialect.DETECT) {
      return List.of(dialect.delimiter());
    }
    List<Character> delimiters = new ArrayList<>();
    boolean absent = false;
    for (char delimiter : Rating.DELIMITERS) {
      if (isFree(delimiter, dialect) && (sample.has(delimiter) || !absent)) {
        delimiters.add(delimiter);
        absent |= !sample.has(delimiter);
      }
    }
    return delimiters;
  }

  private List<Character> quotes(CsvDialect dialect) {
    if (dialect.quote() != CsvDialect.DETECT) {
      return List.of(dialect.quote());
    }
    List<Character> quotes = new ArrayList<>();
    for (char quote : Rating.QUOTES) {
      if (isFree(quote, dialect) && (sample.has(quote) || quotes.isEmpty())) {
        quotes.add(quote);
      }
    }
    return quotes.isEmpty() ? List.of((char) 0) : quotes;
  }

  private static boolean isFree(char character, CsvDialect dialect) {
    return character != dialect.delimiter()
        && character != dialect.quote()
        && character != dialect.escape()
        && character != dialect.comment();
  }

  private static Grammar grammar(CsvDialect dialect) {
    return new Grammar(
        dialect.delimiter(),
        dialect.quote(),
        dialect.escape(),
        dialect.comment(),
        dialect.skipEmptyLines(),
        true, // stray quotes count against a candidate, but as little as they mean
        dialect.trim(),
        dialect.mergeDelimiters(),
        CsvIndex.Ragged.ERROR);
  }

  /// Whether lines that begin like comments cannot be records.
  private boolean areComments(Candidate commented) {
    Cut all = new Cut(sample, grammar(commented.dialect().comment((char) 0)), index);
    int width = commented.cut().usualWidth();
    int row = 0;
    boolean odd = false;
    for (; row < all.rows() && all.beginsWith(row, COMMENT); row++) {
      odd |= all.width(row) != width;
    }
    for (; row < all.rows(); row++) {
      if (all.beginsWith(row, COMMENT) && all.width(row) == width) {
        return false;
      }
    }
    return odd && commented.cut().rows() > 0;
  }
}
