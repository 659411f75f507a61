package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.bindings.Handles;
import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_build_plan;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.kernel.CsrBuild.Args;
import dev.gatun.internal.kernel.CsrBuild.Tuples;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The steps of a CSR build that read the caller's tuples, one run of consecutive tuples per
/// worker, in chunks. Heap arrays are read where they are: the calls are critical ones then, which
/// block safepoints, so a chunk is kept to a few hundred microseconds.
final class TupleRuns {
  private static final long CHUNK = 1 << 16;

  private final Args args;
  private final Execution execution;
  private final MemorySegment plan;
  private final int workers;
  private final int buckets;
  private final Tuples tuples;
  private final MemorySegment errors;

  /// Handles that take heap segments. A class of its own, since its initialisation loads the
  /// library.
  private static final class Critical {
    static final MethodHandle COUNT =
        Handles.critical(
            gatun_h.gatun_csr_build_count$address(), gatun_h.gatun_csr_build_count$descriptor());
    static final MethodHandle SCATTER =
        Handles.critical(
            gatun_h.gatun_csr_build_scatter$address(),
            gatun_h.gatun_csr_build_scatter$descriptor());
  }

  TupleRuns(Args args, Execution execution, MemorySegment plan, int workers) {
    this.args = args;
    this.execution = execution;
    this.plan = plan;
    this.workers = workers;
    this.buckets = gatun_csr_build_plan.buckets(plan);
    this.tuples = args.tuples();
    this.errors = execution.scratch().allocateZeroed(workers * gatun_error.sizeof());
  }

  /// `counts[run][bucket]`, int64. Checks every id.
  MemorySegment count() {
    MemorySegment counts =
        execution.scratch().allocateZeroed(Math.max(1L, (long) workers * buckets) * Long.BYTES);
    eachChunk(
        (run, source, target, _, count, first, error) -> {
          MemorySegment row = counts.asSlice((long) run * buckets * Long.BYTES);
          return offHeap()
              ? gatun_h.gatun_csr_build_count(
                  plan, source, target, tuples.stride(), count, first, row, error)
              : (int)
                  Critical.COUNT.invokeExact(
                      plan, source, target, (long) tuples.stride(), count, first, row, error);
        });
    return counts;
  }

  /// Writes the tuples' entries to their buckets.
  void scatter(MemorySegment cursors, MemorySegment keys, MemorySegment weights, long capacity) {
    if (buckets == 0) {
      return;
    }
    long bytes = gatun_h.gatun_csr_build_scatter_scratch(plan);
    MemorySegment[] lines = new MemorySegment[workers];
    for (int r = 0; r < workers; r++) {
      lines[r] = execution.scratch().allocateZeroed(bytes);
    }
    ChunkStep step =
        (run, source, target, tupleWeights, count, first, error) -> {
          MemorySegment row = cursors.asSlice((long) run * buckets * Long.BYTES);
          return offHeap()
              ? gatun_h.gatun_csr_build_scatter(
                  plan,
                  source,
                  target,
                  tupleWeights,
                  tuples.stride(),
                  count,
                  first,
                  row,
                  lines[run],
                  keys,
                  weights,
                  capacity,
                  error)
              : (int)
                  Critical.SCATTER.invokeExact(
                      plan,
                      source,
                      target,
                      tupleWeights,
                      (long) tuples.stride(),
                      count,
                      first,
                      row,
                      lines[run],
                      keys,
                      weights,
                      capacity,
                      error);
        };
    eachChunk(step);
    MemorySegment none = MemorySegment.NULL;
    Parallel.run(
        execution,
        workers,
        0,
        (run, _) -> check(call(step, run, none, none, none, 0, 0, error(run)), error(run)));
  }

  /// A step on a chunk of one run.
  @FunctionalInterface
  private interface ChunkStep {
    int run(
        int run,
        MemorySegment source,
        MemorySegment target,
        MemorySegment weights,
        long count,
        long first,
        MemorySegment error)
        throws Throwable;
  }

  /// Runs a step on all chunks. A bad tuple ends its own run only, so that the first bad one in
  /// input order is reported whatever the number of runs.
  private void eachChunk(ChunkStep step) {
    @Nullable RuntimeException[] failures = new RuntimeException[workers];
    Parallel.run(
        execution,
        workers,
        tuples.count(),
        (run, progress) -> {
          long end = tuples.count() * (run + 1) / workers;
          for (long at = tuples.count() * run / workers; at < end; at += CHUNK) {
            long count = Math.min(CHUNK, end - at);
            int status =
                call(
                    step,
                    run,
                    ids(tuples.source(), at, count),
                    ids(tuples.target(), at, count),
                    weights(at, count),
                    count,
                    at,
                    error(run));
            if (status != 0) {
              failures[run] = failure(status, error(run));
              return;
            }
            progress.advance(count);
          }
        });
    for (RuntimeException failure : failures) {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static int call(
      ChunkStep step,
      int run,
      MemorySegment source,
      MemorySegment target,
      MemorySegment weights,
      long count,
      long first,
      MemorySegment error) {
    try {
      return step.run(run, source, target, weights, count, first, error);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new AssertionError("a native call threw a checked exception", t);
    }
  }

  /// Whether all input is off the heap.
  private boolean offHeap() {
    MemorySegment weights = tuples.weights();
    return tuples.source().isNative()
        && tuples.target().isNative()
        && (weights == null || weights.isNative());
  }

  private MemorySegment ids(MemorySegment ids, long at, long count) {
    long stride = tuples.stride() * JAVA_INT.byteSize();
    return ids.asSlice(at * stride, (count - 1) * stride + JAVA_INT.byteSize());
  }

  private MemorySegment weights(long at, long count) {
    MemorySegment weights = tuples.weights();
    if (weights == null) {
      return MemorySegment.NULL;
    }
    int bytes = tuples.weightType().bytes();
    return weights.asSlice(at * bytes, count * bytes);
  }

  private MemorySegment error(int run) {
    return errors.asSlice(run * gatun_error.sizeof(), gatun_error.sizeof());
  }

  private RuntimeException failure(int status, MemorySegment error) {
    return NativeErrors.exception(
        "csr_build",
        status,
        error,
        execution,
        (kind, position, value, message) ->
            switch (kind) {
              case OUT_OF_RANGE -> Messages.edge(position, value, args.vertices());
              case OVERFLOW -> Messages.weightOverflow(tuples.weightType());
              default -> message;
            });
  }

  /// @throws RuntimeException for a status that is not OK
  void check(int status, MemorySegment error) {
    if (status != Status.OK.value()) {
      throw failure(status, error);
    }
  }
}
