package dev.gatun.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Kernel;
import dev.gatun.internal.exec.KernelFunction;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.natives.CsrCheckNative;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs that calls are counted, when nobody records and nobody logs: the smallest calls
/// there are, with counters and events and straight.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ObservedBenchmark {
  private static final int CALLS = 1000;
  private static final int SLOTS = 512;
  private static final RunOptions NATIVE = RunOptions.defaults().engine(Engine.NATIVE).threads(1);

  private final Arena arena = Arena.ofAuto();
  private final CsrCheckNative check = new CsrCheckNative();
  private final CsrCheck.Args graph = new CsrCheck.Args(edge());
  private final Work work = new Work(1, graph.graph().bytes());

  private final ColumnSpread spread = Kernels.COLUMN_SPREAD.on(Engine.NATIVE);
  private final Tallies tallies = new Tallies(Engine.NATIVE);
  private final KernelTally tally = tallies.on(Kernels.COLUMN_SPREAD).tally();
  private final MemorySegment values = arena.allocate(8L * SLOTS + 64, 64);
  private final MemorySegment validity = arena.allocate(SLOTS / 8 + 64, 64);

  private final KernelFunction<Work, Work> nothing = (arguments, _) -> arguments;
  private final Kernel<Work, Work> counted = new Kernel<>("benchmark", nothing, nothing);
  private final Execution execution = Execution.begin("benchmark", NATIVE);

  /// A graph of two vertices.
  private Csr edge() {
    MemorySegment offsets = arena.allocate(3 * 8L, 64);
    offsets.setAtIndex(JAVA_LONG, 1, 1);
    offsets.setAtIndex(JAVA_LONG, 2, 1);
    MemorySegment neighbours = arena.allocate(4, 64);
    neighbours.set(JAVA_INT, 0, 1);
    return new Csr(2, 1, offsets, neighbours, null, WeightType.NONE, true);
  }

  /// The smallest kernel on the smallest graph.
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object checkStraight() {
    Object last = graph;
    try (Execution some = Execution.begin("benchmark", NATIVE)) {
      for (int i = 0; i < CALLS; i++) {
        last = check.run(graph, some);
      }
    }
    return last;
  }

  /// The same, as all callers run it.
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object checkObserved() {
    Object last = graph;
    try (Execution some = Execution.begin("benchmark", NATIVE)) {
      for (int i = 0; i < CALLS; i++) {
        last = Kernels.CSR_CHECK.call(graph, work, some);
      }
    }
    return last;
  }

  /// A kernel that does nothing.
  @Benchmark
  public Object nothingStraight() {
    return nothing.run(work, execution);
  }

  /// The same, as all callers run it: nanoseconds that a call costs.
  @Benchmark
  public Object nothingObserved() {
    return counted.call(work, work, execution);
  }

  /// A short call of a kernel of scans.
  @Benchmark
  public Object spreadStraight() {
    spread.fixed(values, 0, 8, validity, 0, SLOTS, 0);
    return values;
  }

  /// The same, counted.
  @Benchmark
  public Object spreadObserved() {
    tally.begin(SLOTS);
    spread.fixed(values, 0, 8, validity, 0, SLOTS, 0);
    tally.end(SLOTS);
    return values;
  }
}
