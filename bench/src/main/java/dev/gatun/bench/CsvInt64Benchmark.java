package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Cells to 64-bit integers; the rival is what programs on the JVM do with the fields a CSV reader
/// gives them: a string, a look whether it is null, `Long.parseLong`. Nanoseconds a cell.
public class CsvInt64Benchmark extends TimeBenchmark {
  /// What the cells are like.
  public enum Shape {
    /// 1 to 8 digits
    SHORT,
    /// 1 to 16 digits
    LONG,
    /// 17 and 18 digits
    LONGEST,
    /// 1 to 8 digits, half of them behind a minus
    SIGNED,
    /// half of them empty, which is null
    SPARSE,
    /// 5 digits between quotes
    QUOTED
  }

  /// What the cells are like.
  @Param public Shape shape = Shape.SHORT;

  private final CsvConverter natives =
      Kernels.CSV_INT64.on(Engine.NATIVE).open(CsvColumnState.RULES, false);
  private final CsvConverter java =
      Kernels.CSV_INT64.on(Engine.JAVA).open(CsvColumnState.RULES, false);
  private final long[] rivalOut = new long[CsvColumnState.ROWS];
  private final boolean[] rivalNulls = new boolean[CsvColumnState.ROWS];
  private CsvColumnState column = new CsvColumnState(() -> "");

  private static String digits(SplittableRandom random, int fewest, int most) {
    StringBuilder digits = new StringBuilder().append(random.nextInt(1, 10));
    int size = random.nextInt(fewest, most + 1);
    while (digits.length() < size) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /// Writes the block.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    Supplier<String> next =
        switch (shape) {
          case SHORT -> () -> digits(random, 1, 8);
          case LONG -> () -> digits(random, 1, 16);
          case LONGEST -> () -> digits(random, 17, 18);
          case SIGNED -> () -> (random.nextBoolean() ? "-" : "") + digits(random, 1, 8);
          case SPARSE -> () -> random.nextBoolean() ? "" : digits(random, 1, 8);
          case QUOTED -> () -> '"' + digits(random, 5, 5) + '"';
        };
    column = new CsvColumnState(next);
  }

  /// By the native kernel.
  @Benchmark
  @OperationsPerInvocation(CsvColumnState.ROWS)
  public Object natives() {
    return column.convert(natives);
  }

  /// By the reference.
  @Benchmark
  @OperationsPerInvocation(CsvColumnState.ROWS)
  public Object reference() {
    return column.convert(java);
  }

  /// By the JDK.
  @Benchmark
  @OperationsPerInvocation(CsvColumnState.ROWS)
  public Object parseLong() {
    for (int row = 0; row < CsvColumnState.ROWS; row++) {
      String cell = column.string(row);
      rivalNulls[row] = cell.isEmpty() || cell.equals("NA") || cell.equals("NULL");
      rivalOut[row] = rivalNulls[row] ? 0 : Long.parseLong(cell);
    }
    return rivalOut;
  }
}
