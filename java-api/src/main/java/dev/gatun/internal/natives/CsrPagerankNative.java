package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_pagerank_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrPagerank;
import java.lang.foreign.MemorySegment;

/// [CsrPagerank] by `gatun_csr_pagerank`.
public final class CsrPagerankNative implements CsrPagerank {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.inGraph().vertices();
    long elements = n + a.inGraph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_pagerank_args.sizeof());
    Structs.put(gatun_csr_pagerank_args.in_graph(args), a.inGraph());
    gatun_csr_pagerank_args.out_offsets(args, a.outOffsets());
    gatun_csr_pagerank_args.out_weight_sums(args, Structs.orNull(a.outWeightSums()));
    gatun_csr_pagerank_args.alpha(args, a.alpha());
    gatun_csr_pagerank_args.tolerance(args, a.tolerance());
    gatun_csr_pagerank_args.max_iterations(args, a.maxIterations());
    gatun_csr_pagerank_args.teleport(args, Structs.orNull(a.teleport()));
    gatun_csr_pagerank_args.dangling(args, a.dangling().ordinal());
    gatun_csr_pagerank_args.single_precision(args, a.singlePrecision() ? 1 : 0);
    gatun_csr_pagerank_args.warm_start(args, a.warmStart() ? 1 : 0);
    gatun_csr_pagerank_args.ranks(args, a.ranks());
    long bytes = gatun_h.gatun_csr_pagerank_scratch(n, workers);
    gatun_csr_pagerank_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_pagerank_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_pagerank",
        execution,
        workers,
        elements * Math.max(1, a.maxIterations()),
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_pagerank(args, team, worker, of));
    return new Result(
        gatun_csr_pagerank_args.iterations(args),
        gatun_csr_pagerank_args.converged(args) != 0,
        gatun_csr_pagerank_args.error(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_pagerank_scratch(size.vertices(), workers);
  }
}
