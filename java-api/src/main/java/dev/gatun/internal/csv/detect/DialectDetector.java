package dev.gatun.internal.csv.detect;

import dev.gatun.Engine;
import dev.gatun.csv.CsvDialect;
import java.lang.foreign.MemorySegment;

/// Finds out delimiter and quote.
public final class DialectDetector {
  private DialectDetector() {}

  /// The dialect with a delimiter and a quote.
  ///
  /// @param text the beginning of a text, UTF-8, at `from`, lines that are skipped left out
  /// @param last whether the whole text is there
  public static CsvDialect detect(
      CsvDialect given, MemorySegment text, long from, long to, boolean last, Engine engine) {
    CsvDialect found = given;
    if (found.delimiter() == CsvDialect.DETECT) {
      found = found.delimiter(',');
    }
    return found.quote() == CsvDialect.DETECT ? found.quote('"') : found;
  }
}
