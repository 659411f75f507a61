package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_check_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrCheck] by `gatun_csr_check`.
public final class CsrCheckNative implements CsrCheck {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    long elements = graph.vertices() + graph.entries();
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_check_args.sizeof());
    Structs.put(gatun_csr_check_args.graph(args), graph);
    Spmd.run(
        "csr_check",
        execution,
        Spmd.workers(execution, elements),
        elements,
        (status, position, value, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_check(args, team, worker, of));
    return new Result();
  }
}
