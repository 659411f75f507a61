package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_toposort_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrToposort;
import java.lang.foreign.MemorySegment;

/// [CsrToposort] by `gatun_csr_toposort`.
public final class CsrToposortNative implements CsrToposort {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_toposort_args.sizeof());
    Structs.put(gatun_csr_toposort_args.graph(args), a.graph());
    gatun_csr_toposort_args.order(args, a.order());
    gatun_csr_toposort_args.levels(args, a.levels());
    long bytes = gatun_h.gatun_csr_toposort_scratch(n, a.graph().entries(), workers);
    gatun_csr_toposort_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_toposort_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_toposort",
        execution,
        workers,
        elements,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_toposort(args, team, worker, of));
    return new Result(
        gatun_csr_toposort_args.ordered(args),
        gatun_csr_toposort_args.level_count(args),
        gatun_csr_toposort_args.cycle_length(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_toposort_scratch(size.vertices(), size.entries(), workers);
  }
}
