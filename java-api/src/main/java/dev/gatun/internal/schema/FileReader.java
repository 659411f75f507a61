package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.Engine;
import dev.gatun.FileSet;
import dev.gatun.InputFormatException;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvUtf8;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Open;
import dev.gatun.schema.LineEnds;
import java.lang.foreign.MemorySegment;

/// Appends files to a text: checked, with line ends as wished, and one at the end. For one thread.
final class FileReader {
  private final Plan plan;
  private final Tallies tallies;
  private final Counted<CsvUtf8> utf8;
  private final Counted<SqlScan> sql;
  private final Counted<SqlScan.Scanner> scanner;

  /// What a file became.
  ///
  /// @param bytes it had
  /// @param lines it has now
  record Taken(long bytes, long lines) {}

  FileReader(Plan plan, Engine engine) {
    this.plan = plan;
    this.tallies = new Tallies(engine);
    this.utf8 = tallies.on(Kernels.CSV_UTF8);
    this.sql = tallies.on(Kernels.SQL_SCAN);
    this.scanner = sql.open(kernel -> kernel.open(Grammar.rules(plan.dialect())));
  }

  /// Reads a file.
  ///
  /// @throws InputFormatException when it is not UTF-8, or leaves a comment or quote open
  Taken append(FileSet.Entry file, GrowingText text) {
    long begin = text.size();
    text.append(file.file(), file.size());
    long size = text.size() - begin;
    MemorySegment segment = text.segment();
    SourceText source =
        new SourceText(file.file().toString(), sql.kernel(), segment, begin, text.size());
    source.requireUtf8(utf8);
    long from = source.afterMark();
    if (plan.verified() || plan.terminated()) {
      verify(source, from);
    }
    long to = withoutLastLineEnds(segment, from, text.size());
    sql.tally().begin(to - from);
    SqlScan.Lines lines = sql.kernel().lines(segment, from, to);
    sql.tally().end(0, to - from);
    if (to == from) {
      text.truncate(begin);
      return new Taken(size, 0);
    }
    end(text, to);
    if (from > begin || (lines.returns() > 0 && plan.lineEnds() == LineEnds.LF)) {
      text.truncate(move(text.segment(), from, text.size(), begin));
    }
    return new Taken(size, lines.ends() + 1);
  }

  private void verify(SourceText source, long from) {
    SqlScan.Scanner scan = scanner.kernel();
    scanner.tally().begin(source.to() - from);
    Open open = scan.scan(source.segment(), from, source.to());
    scanner.tally().end(1, source.to() - from);
    if (plan.verified() && open != Open.NOTHING && open != Open.LINE_COMMENT) {
      throw source.leftOpen(open, scan);
    }
    long last = scan.lastCode();
    if (plan.terminated() && last < source.to() && source.segment().get(JAVA_BYTE, last) != ';') {
      throw source.at(last, "the last statement does not end with ';'");
    }
  }

  /// Adds what the kernels have done since the last time to their counters.
  void count() {
    tallies.flush();
  }

  private static long withoutLastLineEnds(MemorySegment segment, long from, long to) {
    while (to > from && SourceText.isLineEnd(segment.get(JAVA_BYTE, to - 1))) {
      to--;
    }
    return to;
  }

  /// Ends the text with LF, or with the first of the line ends behind `to` where they are kept.
  private void end(GrowingText text, long to) {
    MemorySegment segment = text.segment();
    long rest = text.size() - to;
    if (plan.lineEnds() == LineEnds.LF || rest == 0) {
      text.truncate(to);
      text.append((byte) '\n');
      return;
    }
    boolean two =
        rest > 1 && segment.get(JAVA_BYTE, to) == '\r' && segment.get(JAVA_BYTE, to + 1) == '\n';
    text.truncate(to + (two ? 2 : 1));
  }

  /// Moves `segment[from, to)` to the front, with LF for CR LF and CR if that is wished. Returns
  /// the new end.
  private long move(MemorySegment segment, long from, long to, long into) {
    if (plan.lineEnds() == LineEnds.KEEP) {
      MemorySegment.copy(segment, from, segment, into, to - from);
      return into + to - from;
    }
    long out = into;
    for (long at = from; at < to; at++) {
      byte c = segment.get(JAVA_BYTE, at);
      if (c == '\r') {
        if (at + 1 < to && segment.get(JAVA_BYTE, at + 1) == '\n') {
          at++;
        }
        c = '\n';
      }
      segment.set(JAVA_BYTE, out++, c);
    }
    return out;
  }
}
