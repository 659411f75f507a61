package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_scc_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrScc;
import java.lang.foreign.MemorySegment;

/// [CsrScc] by `gatun_csr_scc`, with one worker: more would wait.
public final class CsrSccNative implements CsrScc {
  private static final int WORKERS = 1;

  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_scc_args.sizeof());
    Structs.put(gatun_csr_scc_args.graph(args), a.graph());
    gatun_csr_scc_args.labels(args, a.labels());
    gatun_csr_scc_args.compact(args, Structs.orNull(a.compact()));
    long bytes = gatun_h.gatun_csr_scc_scratch(n, WORKERS);
    gatun_csr_scc_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_scc_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_scc",
        execution,
        WORKERS,
        n + a.graph().entries(),
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_scc(args, team, worker, of));
    return new Result(gatun_csr_scc_args.count(args), gatun_csr_scc_args.largest(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return gatun_h.gatun_csr_scc_scratch(size.vertices(), WORKERS);
  }
}
