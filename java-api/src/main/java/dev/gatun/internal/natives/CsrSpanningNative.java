package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_spanning_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSpanning;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrSpanning] by `gatun_csr_spanning`.
public final class CsrSpanningNative implements CsrSpanning {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    long elements = graph.vertices() + graph.entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_spanning_args.sizeof());
    Structs.put(gatun_csr_spanning_args.graph(args), graph);
    gatun_csr_spanning_args.sources(args, a.sources());
    gatun_csr_spanning_args.targets(args, a.targets());
    gatun_csr_spanning_args.weights(args, a.weights());
    long bytes = gatun_h.gatun_csr_spanning_scratch(graph.vertices(), workers);
    gatun_csr_spanning_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_spanning_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_spanning",
        execution,
        workers,
        elements,
        (status, position, _, message) ->
            switch (status) {
              case OVERFLOW -> Messages.totalOverflow();
              case INVALID_ARGUMENT -> position >= 0 ? Messages.nan(graph, position) : message;
              default -> message;
            },
        (team, worker, of) -> gatun_h.gatun_csr_spanning(args, team, worker, of));
    return new Result(
        (int) gatun_csr_spanning_args.edges(args),
        gatun_csr_spanning_args.total(args),
        gatun_csr_spanning_args.total_float(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_spanning_scratch(size.vertices(), workers);
  }
}
