package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_reorder_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrReorder;
import java.lang.foreign.MemorySegment;

/// [CsrReorder] by `gatun_csr_reorder`.
public final class CsrReorderNative implements CsrReorder {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_reorder_args.sizeof());
    Structs.put(gatun_csr_reorder_args.graph(args), a.graph());
    gatun_csr_reorder_args.method(args, a.method().ordinal());
    gatun_csr_reorder_args.order(args, a.order());
    gatun_csr_reorder_args.places(args, a.places());
    gatun_csr_reorder_args.rows(args, a.rows());
    gatun_csr_reorder_args.columns(args, a.columns());
    gatun_csr_reorder_args.weights(args, Structs.orNull(a.weights()));
    long bytes = gatun_h.gatun_csr_reorder_scratch(n, workers);
    gatun_csr_reorder_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_reorder_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_reorder",
        execution,
        workers,
        elements,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_reorder(args, team, worker, of));
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_reorder_scratch(size.vertices(), workers);
  }
}
