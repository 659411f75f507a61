package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.Slack;
import dev.gatun.internal.kernel.SqlScan;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Comments and quotes of SQL as PostgreSQL has it; the rival is a regular expression of the JDK
/// that takes one thing after another. Bytes a second.
public class SqlScanBenchmark extends RateBenchmark {
  private static final int SIZE = 1 << 18;
  private static final int RULES =
      SqlScan.NESTED_COMMENTS | SqlScan.E_STRINGS | SqlScan.DOLLAR_QUOTES | SqlScan.PSQL;
  private static final Pattern THING =
      Pattern.compile(
          "--[^\n]*|/\\*(?s:.*?)\\*/|'(?:[^']|'')*+'|\"[^\"]*+\"|(\\$\\w*\\$)(?s:.*?)\\1");

  /// `schema`: tables, comments, functions; `seed`: rows of many short strings.
  @Param({"schema", "seed"})
  public String kind = "";

  private final MemorySegment text = Arena.ofAuto().allocate(SIZE + Slack.BYTES, 64);
  private final SqlScan.Scanner nativeScanner = Kernels.SQL_SCAN.on(Engine.NATIVE).open(RULES);
  private final SqlScan.Scanner javaScanner = Kernels.SQL_SCAN.on(Engine.JAVA).open(RULES);
  private String string = "";

  /// Writes the text.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder sql = new StringBuilder();
    while (sql.length() < SIZE) {
      sql.append(kind.equals("seed") ? row(random) : table(random));
    }
    string = sql.substring(0, SIZE);
    text.copyFrom(MemorySegment.ofArray(string.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String row(SplittableRandom random) {
    return "insert into person values (%d, 'Maria', 'O''Hara', '19%02d-04-01', %s);\n"
        .formatted(
            random.nextInt(1_000_000),
            random.nextInt(100),
            random.nextBoolean() ? "'green street'" : "null");
  }

  private static String table(SplittableRandom random) {
    int id = random.nextInt(1000);
    return switch (random.nextInt(3)) {
      case 0 ->
          """
          -- What customers ordered in region %d; it's the largest table.
          create table if not exists sales.order_%d (
            id bigint generated always as identity primary key,
            customer_id bigint not null references sales.customer (id),
            placed_at timestamptz not null default now(),
            state text not null default 'open' check (state in ('open', 'paid', 'sent'))
          );
          create index on sales.order_%d (customer_id, placed_at);

          """
              .formatted(id, id, id);
      case 1 ->
          """
          /* Keeps order_%d in step with the ledger: one row there for each
             change here. */
          create or replace function sales.changed_%d() returns trigger language plpgsql as $body$
          begin
            insert into ledger.entry (source, source_id, amount) values ('order', new.id, new.total);
            return new; -- as it is
          end
          $body$;

          """
              .formatted(id, id);
      default -> "comment on table sales.order_%d is 'Orders of region %d';\n".formatted(id, id);
    };
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object natives() {
    return nativeScanner.scan(text, 0, SIZE);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object reference() {
    return javaScanner.scan(text, 0, SIZE);
  }

  /// By a regular expression.
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public int regex() {
    Matcher matcher = THING.matcher(string);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }
}
