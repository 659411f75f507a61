package dev.gatun.bench;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnFilter.BytesBounds;
import dev.gatun.internal.kernel.ColumnFilter.Combine;
import dev.gatun.internal.kernel.ColumnFilter.NumberBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import dev.gatun.internal.kernel.ColumnFilter.Rows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a row of a comparison. On the JVM no public library compares Arrow buffers in bulk.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ColumnState.ROWS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class ColumnFilterBenchmark {
  /// Bounds and the rows.
  @State(Scope.Benchmark)
  public static class Test {
    Rows rows = new Rows(0, null, MemorySegment.NULL, Combine.SET, false);
    NumberBounds ints = new NumberBounds(NumberType.INT32, MemorySegment.NULL, 0, false, false);
    NumberBounds longs = ints;
    NumberBounds doubles = ints;
    BytesBounds text = bytes();

    /// Bounds from 0 to the state's limit.
    @Setup(Level.Trial)
    public void setUp(ColumnState state) {
      Arena arena = Arena.ofAuto();
      int limit = state.limit();
      MemorySegment selection = arena.allocate(ColumnState.ROWS / 8);
      rows = new Rows(ColumnState.ROWS, state.validity, selection, Combine.SET, false);
      MemorySegment of32 = arena.allocateFrom(ValueLayout.JAVA_INT, 0, limit);
      MemorySegment of64 = arena.allocateFrom(ValueLayout.JAVA_LONG, 0, limit);
      MemorySegment ofReals = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 0, limit);
      ints = new NumberBounds(NumberType.INT32, of32, 2, false, false);
      longs = new NumberBounds(NumberType.INT64, of64, 2, false, false);
      doubles = new NumberBounds(NumberType.FLOAT64, ofReals, 2, false, false);
      text = bytes("000", String.format("%03d", limit));
    }

    private static BytesBounds bytes(String... bounds) {
      Arena arena = Arena.ofAuto();
      MemorySegment offsets = arena.allocate((bounds.length + 1) * 4L);
      String all = String.join("", bounds);
      for (int i = 0, at = 0; i < bounds.length; i++) {
        at += bounds[i].length();
        offsets.setAtIndex(ValueLayout.JAVA_INT, i + 1L, at);
      }
      MemorySegment bytes = arena.allocateFrom(all, StandardCharsets.US_ASCII);
      return new BytesBounds(offsets, bytes, bounds.length, false);
    }
  }

  private static ColumnFilter kernel(ColumnState state) {
    return Kernels.COLUMN_FILTER.on(state.engine());
  }

  /// 32-bit integers.
  @Benchmark
  public long int32(ColumnState state, Test test) {
    return kernel(state).numbers(test.rows, state.ints, test.ints);
  }

  /// 64-bit integers.
  @Benchmark
  public long int64(ColumnState state, Test test) {
    return kernel(state).numbers(test.rows, state.longs, test.longs);
  }

  /// Doubles.
  @Benchmark
  public long float64(ColumnState state, Test test) {
    return kernel(state).numbers(test.rows, state.doubles, test.doubles);
  }

  /// Strings between two others.
  @Benchmark
  public long strings(ColumnState state, Test test) {
    return kernel(state).strings(test.rows, state.offsets, state.bytes, test.text);
  }
}
