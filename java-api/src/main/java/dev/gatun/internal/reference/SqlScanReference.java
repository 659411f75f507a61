package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import java.lang.foreign.MemorySegment;

/// Comments and quotes byte by byte ([SqlScanner]).
public final class SqlScanReference implements SqlScan {
  @Override
  public Scanner open(int rules) {
    if ((rules & ~ALL_RULES) != 0) {
      throw new IllegalArgumentException("sql_scan: rules that do not exist: " + rules);
    }
    return new SqlScanner(rules);
  }

  @Override
  public Lines lines(MemorySegment text, long from, long to) {
    Slack.check(text, from, to - from);
    long ends = 0;
    long returns = 0;
    for (long at = from; at < to; at++) {
      byte c = text.get(JAVA_BYTE, at);
      if (c == '\r') {
        returns++;
        ends++;
      } else if (c == '\n' && (at == from || text.get(JAVA_BYTE, at - 1) != '\r')) {
        ends++;
      }
    }
    return new Lines(ends, returns);
  }
}
