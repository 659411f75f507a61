package dev.gatun.bench;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvConverter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Text to doubles, nanoseconds a value: both engines, the JDK on strings that are there already,
/// and FastDoubleParser on the bytes.
public class CsvDoubleBenchmark extends TimeBenchmark {
  /// What the numbers look like.
  @Param({"short", "coordinate", "random", "scientific"})
  @SuppressWarnings("NullAway.Init")
  public String shape;

  @SuppressWarnings("NullAway.Init")
  private CsvNumbers column;

  private final CsvConverter natives =
      Kernels.CSV_DOUBLE.on(Engine.NATIVE).open(CsvNumbers.RULES, true);
  private final CsvConverter java = Kernels.CSV_DOUBLE.on(Engine.JAVA).open(CsvNumbers.RULES, true);

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

  /// `Double.parseDouble`.
  @Benchmark
  @OperationsPerInvocation(CsvNumbers.ROWS)
  public double jdk() {
    double sum = 0;
    for (String string : column.strings) {
      sum += Double.parseDouble(string);
    }
    return sum;
  }

  /// FastDoubleParser.
  @Benchmark
  @OperationsPerInvocation(CsvNumbers.ROWS)
  public double fastDoubleParser() {
    double sum = 0;
    for (int i = 0; i < column.starts.length; i += CsvNumbers.WIDTH) {
      int from = column.starts[i];
      sum += JavaDoubleParser.parseDouble(column.text, from, column.ends[i] - from);
    }
    return sum;
  }
}
