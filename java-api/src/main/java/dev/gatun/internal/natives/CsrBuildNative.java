package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.bindings.generated.gatun_csr_build_plan;
import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/// [CsrBuild] by the four steps of `gatun/csr_build.h`: count, scatter, sort, emit. Each worker
/// counts and scatters a run of consecutive tuples; buckets are then taken from a shared counter.
public final class CsrBuildNative implements CsrBuild {
  /// Tuples a worker must get for its thread to be worth waking.
  private static final long WORTH_A_WORKER = 1 << 15;

  /// What a worker needs at most for its cursors, its lines and the sort of one bucket.
  private static final long WORKER_BYTES = 8 << 20;

  @Override
  public Csr run(Args a, Execution execution) {
    return new Build(a, execution).run();
  }

  /// Keys of 8 bytes, which small graphs halve.
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long workers = execution.threadsFor(size.items(), WORTH_A_WORKER);
    return size.entries() * (Long.BYTES + size.weightType().bytes())
        + (long) size.vertices() * Integer.BYTES
        + workers * WORKER_BYTES;
  }

  /// The state of one build.
  private static final class Build {
    private final Args args;
    private final Execution execution;
    private final Region scratch;
    private final MemorySegment plan;
    private final TupleRuns runs;
    private final int workers;
    private final int buckets;
    private final int shift;
    private final long keyBytes;
    private final long weightBytes;

    /// Where each bucket's entries begin, and at the end their number.
    private final long[] starts;

    /// Entries left in each bucket.
    private final long[] kept;

    Build(Args args, Execution execution) {
      this.args = args;
      this.execution = execution;
      this.scratch = execution.scratch();
      this.workers = execution.threadsFor(args.tuples().count(), WORTH_A_WORKER);
      this.plan = plan();
      this.buckets = gatun_csr_build_plan.buckets(plan);
      this.shift = gatun_csr_build_plan.bucket_shift(plan);
      this.keyBytes = gatun_csr_build_plan.key_bytes(plan);
      this.weightBytes = args.tuples().weightType().bytes();
      this.runs = new TupleRuns(args, execution, plan, workers);
      this.starts = new long[buckets + 1];
      this.kept = new long[buckets];
    }

    private MemorySegment plan() {
      MemorySegment p = scratch.allocateZeroed(gatun_csr_build_plan.sizeof());
      gatun_csr_build_plan.vertices(p, args.vertices());
      gatun_csr_build_plan.weight_type(p, args.tuples().weightType().ordinal());
      gatun_csr_build_plan.symmetric(p, args.symmetric() ? 1 : 0);
      gatun_csr_build_plan.reversed(p, args.reversed() ? 1 : 0);
      gatun_csr_build_plan.keep_loops(p, args.keepLoops() ? 1 : 0);
      gatun_csr_build_plan.duplicates(p, args.duplicates().ordinal());
      gatun_csr_build_plan.sort_columns(p, args.sortColumns() ? 1 : 0);
      MemorySegment error = scratch.allocateZeroed(gatun_error.sizeof());
      int status = gatun_h.gatun_csr_build_plan_init(p, error);
      if (status != 0) {
        throw NativeErrors.exception(
            "csr_build", status, error, execution, (_, _, _, message) -> message);
      }
      return p;
    }

    Csr run() {
      MemorySegment cursors = runs.count();
      long entries = turnCountsIntoCursors(cursors);
      MemorySegment keys = scratch.allocate(entries, keyBytes);
      MemorySegment weights = scratch.allocate(entries, weightBytes);
      runs.scatter(cursors, keys, weights, entries);
      MemorySegment degrees = scratch.allocate(args.vertices(), JAVA_INT.byteSize());
      sort(keys, weights, degrees);
      return emit(keys, weights, degrees);
    }

    /// From `counts[run][bucket]` to where each run's part of each bucket begins.
    private long turnCountsIntoCursors(MemorySegment counts) {
      long sum = 0;
      for (int b = 0; b < buckets; b++) {
        starts[b] = sum;
        for (int r = 0; r < workers; r++) {
          long index = (long) r * buckets + b;
          long here = counts.getAtIndex(JAVA_LONG, index);
          counts.setAtIndex(JAVA_LONG, index, sum);
          sum += here;
        }
      }
      starts[buckets] = sum;
      return sum;
    }

    private void sort(MemorySegment keys, MemorySegment weights, MemorySegment degrees) {
      long largest = 0;
      for (int b = 0; b < buckets; b++) {
        largest = Math.max(largest, starts[b + 1] - starts[b]);
      }
      long bytes = gatun_h.gatun_csr_build_sort_scratch(plan, largest);
      eachBucket(
          bytes,
          (b, error, out, memory) -> {
            int status =
                gatun_h.gatun_csr_build_sort(
                    plan,
                    b,
                    slice(keys, starts[b], keyBytes),
                    slice(weights, starts[b], weightBytes),
                    starts[b + 1] - starts[b],
                    memory,
                    bytes,
                    slice(degrees, firstRow(b), JAVA_INT.byteSize()),
                    out,
                    error);
            kept[b] = out.get(JAVA_LONG, 0);
            return status;
          });
    }

    private Csr emit(MemorySegment keys, MemorySegment weights, MemorySegment degrees) {
      long[] bases = new long[buckets + 1];
      for (int b = 0; b < buckets; b++) {
        bases[b + 1] = bases[b] + kept[b];
      }
      long entries = bases[buckets];
      Region target = args.target();
      MemorySegment offsets = target.allocate(args.vertices() + 1L, JAVA_LONG.byteSize());
      MemorySegment neighbours = target.allocate(entries, JAVA_INT.byteSize());
      MemorySegment outWeights = weightBytes == 0 ? null : target.allocate(entries, weightBytes);
      eachBucket(
          0,
          (b, error, _, _) ->
              gatun_h.gatun_csr_build_emit(
                  plan,
                  b,
                  slice(keys, starts[b], keyBytes),
                  slice(weights, starts[b], weightBytes),
                  kept[b],
                  slice(degrees, firstRow(b), JAVA_INT.byteSize()),
                  bases[b],
                  slice(offsets, firstRow(b), JAVA_LONG.byteSize()),
                  slice(neighbours, bases[b], JAVA_INT.byteSize()),
                  outWeights == null
                      ? MemorySegment.NULL
                      : slice(outWeights, bases[b], weightBytes),
                  error));
      offsets.setAtIndex(JAVA_LONG, args.vertices(), entries);
      return new Csr(
          args.vertices(),
          entries,
          offsets,
          neighbours,
          outWeights,
          args.tuples().weightType(),
          args.sortColumns());
    }

    private long firstRow(int bucket) {
      return (long) bucket << shift;
    }

    private static MemorySegment slice(MemorySegment segment, long index, long size) {
      return segment.asSlice(index * size);
    }

    /// A step on one bucket.
    private interface BucketStep {
      int run(int bucket, MemorySegment error, MemorySegment out, MemorySegment memory);
    }

    private void eachBucket(long memoryPerWorker, BucketStep step) {
      MemorySegment errors = scratch.allocateZeroed(workers * gatun_error.sizeof());
      MemorySegment outs = scratch.allocate(workers, Region.ALIGNMENT);
      MemorySegment[] memory = new MemorySegment[workers];
      for (int w = 0; w < workers; w++) {
        memory[w] = scratch.allocate(memoryPerWorker);
      }
      AtomicInteger next = new AtomicInteger();
      Parallel.run(
          execution,
          workers,
          starts[buckets],
          (worker, progress) -> {
            MemorySegment error =
                errors.asSlice(worker * gatun_error.sizeof(), gatun_error.sizeof());
            MemorySegment out = slice(outs, worker, Region.ALIGNMENT);
            for (int b; (b = next.getAndIncrement()) < buckets; ) {
              runs.check(step.run(b, error, out, memory[worker]), error);
              progress.advance(starts[b + 1] - starts[b]);
            }
          });
    }
  }
}
