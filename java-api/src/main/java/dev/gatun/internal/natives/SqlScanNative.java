package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_sql_end;
import dev.gatun.bindings.generated.gatun_sql_lines;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// [SqlScan] by `gatun_sql_scan_*`.
public final class SqlScanNative implements SqlScan {
  private static final Open[] OPEN = Open.values();

  @Override
  public Scanner open(int rules) {
    return new NativeScanner(rules);
  }

  private static final class NativeScanner implements Scanner {
    private final CursorMemory memory = new CursorMemory("sql_scan", gatun_sql_end.layout());
    private final int rules;

    NativeScanner(int rules) {
      this.rules = rules;
      memory.check(run(MemorySegment.NULL, 0, 0));
    }

    private int run(MemorySegment text, long from, long to) {
      return gatun_h.gatun_sql_scan_run(text, from, to, rules, memory.struct(), memory.error());
    }

    @Override
    public Open scan(MemorySegment text, long from, long to) {
      Slack.check(text, from, to - from);
      memory.check(run(text, from, to));
      return OPEN[gatun_sql_end.open(memory.struct())];
    }

    @Override
    public long begin() {
      return gatun_sql_end.begin(memory.struct());
    }

    @Override
    public int depth() {
      return gatun_sql_end.depth(memory.struct());
    }

    @Override
    public long firstLong() {
      return gatun_sql_end.first_long(memory.struct());
    }

    @Override
    public long lastCode() {
      return gatun_sql_end.last_code(memory.struct());
    }
  }

  @Override
  public Lines lines(MemorySegment text, long from, long to) {
    Slack.check(text, from, to - from);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment lines = gatun_sql_lines.allocate(arena);
      gatun_h.gatun_sql_scan_lines(text, from, to, lines);
      return new Lines(gatun_sql_lines.ends(lines), gatun_sql_lines.returns(lines));
    }
  }
}
