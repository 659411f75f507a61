package dev.gatun.internal.csv.detect;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.CsvIndex;
import java.lang.foreign.MemorySegment;

/// Stands in for the kernel until it is there.
final class Splitter implements CsvIndex {
  @Override
  public Indexer open(Grammar g) {
    return new Indexer() {
      int rows;
      long cells;
      long next;
      Problem problem = Problem.TOO_FEW;
      long resume;

      int at(MemorySegment t, long p, long to) {
        return p < to ? t.get(JAVA_BYTE, p) & 0xff : '\n';
      }

      boolean eol(int c) {
        return c == '\n' || c == '\r';
      }

      long line(MemorySegment t, long p, long to) {
        while (!eol(at(t, p, to))) {
          p++;
        }
        return Math.min(to, at(t, p, to) == '\r' && at(t, p + 1, to) == '\n' ? p + 2 : p + 1);
      }

      @Override
      public Stop index(
          MemorySegment t,
          long from,
          long to,
          boolean last,
          int width,
          MemorySegment starts,
          MemorySegment ends,
          MemorySegment firsts,
          long mostCells,
          int mostRows) {
        rows = 0;
        cells = 0;
        next = from;
        while (next < to) {
          int c = at(t, next, to);
          if ((g.comment() != 0 && c == g.comment()) || (g.skipEmptyLines() && eol(c))) {
            next = line(t, next, to);
            continue;
          }
          firsts.setAtIndex(JAVA_INT, rows, (int) cells);
          long n = cells;
          long p = next;
          while (true) {
            long s = p;
            if (g.quote() != 0 && at(t, p, to) == g.quote() && p < to) {
              p++;
              while (true) {
                if (p >= to) {
                  problem = Problem.UNCLOSED_QUOTE;
                  resume = to;
                  return Stop.BAD;
                }
                if (at(t, p, to) == g.quote()) {
                  if (at(t, p + 1, to) == g.quote() && p + 1 < to) {
                    p++;
                  } else {
                    break;
                  }
                }
                p++;
              }
              p++;
              int b = at(t, p, to);
              if (b != g.delimiter() && !eol(b)) {
                problem = Problem.TEXT_AFTER_QUOTE;
                resume = line(t, p, to);
                return Stop.BAD;
              }
            } else {
              while (at(t, p, to) != g.delimiter() && !eol(at(t, p, to))) {
                p++;
              }
            }
            starts.setAtIndex(JAVA_INT, n, (int) s);
            ends.setAtIndex(JAVA_INT, n++, (int) p);
            if (at(t, p, to) == g.delimiter() && p < to) {
              p++;
            } else {
              break;
            }
          }
          cells = n;
          rows++;
          next = line(t, p, to);
        }
        firsts.setAtIndex(JAVA_INT, rows, (int) cells);
        return Stop.END;
      }

      @Override
      public int rows() {
        return rows;
      }

      @Override
      public long cells() {
        return cells;
      }

      @Override
      public long next() {
        return next;
      }

      @Override
      public long lines() {
        return 0;
      }

      @Override
      public Problem problem() {
        return problem;
      }

      @Override
      public long problemAt() {
        return 0;
      }

      @Override
      public int problemCell() {
        return 0;
      }

      @Override
      public long resume() {
        return resume;
      }

      @Override
      public long problemLines() {
        return 0;
      }
    };
  }
}
