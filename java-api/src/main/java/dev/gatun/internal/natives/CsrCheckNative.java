package dev.gatun.internal.natives;

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
        (_, position, value, message) -> sentence(args, graph, position, value, message),
        (team, worker, of) -> gatun_h.gatun_csr_check(args, team, worker, of));
    return new Result();
  }

  private static String sentence(
      MemorySegment args, Csr graph, long position, long value, String message) {
    int fault = gatun_csr_check_args.fault(args);
    if (fault == gatun_h.GATUN_CSR_FAULT_OFFSET()) {
      return Messages.offset(graph, (int) position);
    } else if (fault == gatun_h.GATUN_CSR_FAULT_NEIGHBOUR()) {
      return Messages.neighbour(position, value, graph.vertices());
    } else if (fault == gatun_h.GATUN_CSR_FAULT_ORDER()) {
      return Messages.unsorted(graph, position);
    }
    return message;
  }
}
