package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import java.math.BigDecimal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/// Text to decimals, nanoseconds a value: both engines, and `BigDecimal` on strings that are there
/// already.
public class CsvDecimalBenchmark extends TimeBenchmark {
  /// What the numbers look like.
  @Param({"short", "coordinate"})
  @SuppressWarnings("NullAway.Init")
  public String shape;

  @SuppressWarnings("NullAway.Init")
  private CsvNumbers column;

  private final CsvConverter natives =
      Kernels.CSV_DECIMAL.on(Engine.NATIVE).open(CsvNumbers.RULES, 38, 16);
  private final CsvConverter java =
      Kernels.CSV_DECIMAL.on(Engine.JAVA).open(CsvNumbers.RULES, 38, 16);

  /// Writes the column.
  @Setup
  public void write() {
    column = new CsvNumbers(shape);
  }

  private Object convert(CsvConverter converter) {
    return converter.convert(column.cells, 0, column.values, column.validity, null);
  }

  /// The kernel.
  @Benchmark
  @OperationsPerInvocation(CsvNumbers.ROWS)
  public Object nativeKernel() {
    return convert(natives);
  }

  /// Its reference.
  @Benchmark
  @OperationsPerInvocation(CsvNumbers.ROWS)
  public Object reference() {
    return convert(java);
  }

  /// `BigDecimal`.
  @Benchmark
  @OperationsPerInvocation(CsvNumbers.ROWS)
  public void jdk(Blackhole hole) {
    for (String string : column.strings) {
      hole.consume(new BigDecimal(string));
    }
  }
}
