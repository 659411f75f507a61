package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_core_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrCore;
import java.lang.foreign.MemorySegment;

/// [CsrCore] by `gatun_csr_core`.
public final class CsrCoreNative implements CsrCore {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_core_args.sizeof());
    Structs.put(gatun_csr_core_args.graph(args), a.graph());
    gatun_csr_core_args.cores(args, a.cores());
    long bytes = gatun_h.gatun_csr_core_scratch(n, workers);
    gatun_csr_core_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_core_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_core",
        execution,
        workers,
        elements,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_core(args, team, worker, of));
    return new Result(gatun_csr_core_args.most(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return gatun_h.gatun_csr_core_scratch(size.vertices(), Spmd.workers(execution, size));
  }
}
