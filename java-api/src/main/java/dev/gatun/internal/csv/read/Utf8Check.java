package dev.gatun.internal.csv.read;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvUtf8;
import java.lang.foreign.MemorySegment;

/// Looks for bytes that are not UTF-8, and counts what it looks at. For one thread at a time.
final class Utf8Check {
  private final Counted<CsvUtf8> utf8;

  Utf8Check(Tallies tallies) {
    utf8 = tallies.on(Kernels.CSV_UTF8);
  }

  /// See [CsvUtf8#firstInvalid].
  long firstInvalid(MemorySegment text, long from, long to) {
    utf8.tally().begin(to - from);
    long position = utf8.kernel().firstInvalid(text, from, to);
    utf8.tally().end(position - from, position - from);
    return position;
  }
}
