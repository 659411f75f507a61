package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_colouring_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrColouring;
import java.lang.foreign.MemorySegment;

/// [CsrColouring] by `gatun_csr_colouring`.
public final class CsrColouringNative implements CsrColouring {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_colouring_args.sizeof());
    Structs.put(gatun_csr_colouring_args.graph(args), a.graph());
    Structs.put(gatun_csr_colouring_args.in_graph(args), a.inGraph());
    gatun_csr_colouring_args.order(args, a.order().ordinal());
    gatun_csr_colouring_args.independent(args, a.independent() ? 1 : 0);
    gatun_csr_colouring_args.colours(args, a.colours());
    long bytes = gatun_h.gatun_csr_colouring_scratch(n, a.order().ordinal(), workers);
    gatun_csr_colouring_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_colouring_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_colouring",
        execution,
        workers,
        elements,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_colouring(args, team, worker, of));
    return new Result(gatun_csr_colouring_args.count(args));
  }

  /// The order is passed as [GraphSize#items].
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_colouring_scratch(size.vertices(), (int) size.items(), workers);
  }
}
