package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_bipartite_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBipartite;
import java.lang.foreign.MemorySegment;

/// [CsrBipartite] by `gatun_csr_bipartite`, with one worker: more would wait.
public final class CsrBipartiteNative implements CsrBipartite {
  private static final int WORKERS = 1;

  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_bipartite_args.sizeof());
    Structs.put(gatun_csr_bipartite_args.graph(args), a.graph());
    Structs.put(gatun_csr_bipartite_args.in_graph(args), a.inGraph());
    gatun_csr_bipartite_args.sides(args, a.sides());
    long bytes = gatun_h.gatun_csr_bipartite_scratch(n, WORKERS);
    gatun_csr_bipartite_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_bipartite_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_bipartite",
        execution,
        WORKERS,
        n + a.graph().entries(),
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_bipartite(args, team, worker, of));
    return new Result(
        gatun_csr_bipartite_args.second(args), gatun_csr_bipartite_args.cycle_length(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return gatun_h.gatun_csr_bipartite_scratch(size.vertices(), WORKERS);
  }
}
