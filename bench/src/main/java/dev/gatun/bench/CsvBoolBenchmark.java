package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvBool;
import dev.gatun.internal.kernel.CsvConverter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Cells to booleans; the rival is what programs on the JVM do with the fields a CSV reader gives
/// them: a string, a look whether it is null, `equalsIgnoreCase`. Nanoseconds a cell.
public class CsvBoolBenchmark extends TimeBenchmark {
  /// What the cells are: any of these.
  @Param({"true false", "true false True False TRUE FALSE NA", "\"true\" \"false\""})
  public String words = "";

  private final CsvConverter natives = open(Engine.NATIVE);
  private final CsvConverter java = open(Engine.JAVA);
  private final boolean[] rivalOut = new boolean[CsvColumnState.ROWS];
  private final boolean[] rivalNulls = new boolean[CsvColumnState.ROWS];
  private CsvColumnState column = new CsvColumnState(() -> "");

  private static CsvConverter open(Engine engine) {
    CsvBool kernel = Kernels.CSV_BOOL.on(engine);
    return kernel.open(
        CsvColumnState.RULES, tokens("true", "True", "TRUE"), tokens("false", "False", "FALSE"));
  }

  private static List<byte[]> tokens(String... tokens) {
    return Stream.of(tokens).map(CsvColumnState::ascii).toList();
  }

  /// Writes the block.
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    String[] choice = words.split(" ", -1);
    column = new CsvColumnState(() -> choice[random.nextInt(choice.length)]);
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
  public Object equalsIgnoreCase() {
    for (int row = 0; row < CsvColumnState.ROWS; row++) {
      String cell = column.string(row);
      rivalOut[row] = cell.equalsIgnoreCase("true");
      rivalNulls[row] = !rivalOut[row] && !cell.equalsIgnoreCase("false");
    }
    return rivalOut;
  }
}
