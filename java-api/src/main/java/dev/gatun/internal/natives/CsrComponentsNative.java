package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_components_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrComponents;
import java.lang.foreign.MemorySegment;

/// [CsrComponents] by `gatun_csr_components`.
public final class CsrComponentsNative implements CsrComponents {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_components_args.sizeof());
    Structs.put(gatun_csr_components_args.graph(args), a.graph());
    Structs.put(gatun_csr_components_args.in_graph(args), a.inGraph());
    gatun_csr_components_args.labels(args, a.labels());
    gatun_csr_components_args.compact(args, Structs.orNull(a.compact()));
    long bytes = gatun_h.gatun_csr_components_scratch(n, workers);
    gatun_csr_components_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_components_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_components",
        execution,
        workers,
        elements,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_components(args, team, worker, of));
    return new Result(
        gatun_csr_components_args.count(args), gatun_csr_components_args.largest(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_components_scratch(size.vertices(), workers);
  }
}
