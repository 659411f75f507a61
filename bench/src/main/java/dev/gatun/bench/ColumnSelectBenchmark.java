package dev.gatun.bench;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a row, kept or not, of keeping rows. On the JVM no public library does it in bulk.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ColumnState.ROWS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class ColumnSelectBenchmark {
  private static ColumnSelect kernel(ColumnState state) {
    return Kernels.COLUMN_SELECT.on(state.engine());
  }

  private static Selection selection(ColumnState state) {
    return new Selection(ColumnState.ROWS, state.selection, state.selected);
  }

  /// Values of 4 bytes.
  @Benchmark
  public Object fixed4(ColumnState state) {
    kernel(state).fixed(selection(state), 4, state.ints, state.out);
    return state.out;
  }

  /// Values of 8 bytes.
  @Benchmark
  public Object fixed8(ColumnState state) {
    kernel(state).fixed(selection(state), 8, state.longs, state.out);
    return state.out;
  }

  /// Bits.
  @Benchmark
  public int bits(ColumnState state) {
    return kernel(state).bits(selection(state), state.validity, state.out);
  }

  /// Strings.
  @Benchmark
  public long strings(ColumnState state) {
    return kernel(state)
        .strings(selection(state), state.offsets, state.bytes, state.outOffsets, state.out);
  }
}
