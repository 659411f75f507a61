package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_centrality_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCentrality;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrCentrality] by `gatun_csr_centrality`.
public final class CsrCentralityNative implements CsrCentrality {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    long elements = graph.vertices() + graph.entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_centrality_args.sizeof());
    Structs.put(gatun_csr_centrality_args.graph(args), graph);
    Structs.put(gatun_csr_centrality_args.in_graph(args), a.inGraph());
    gatun_csr_centrality_args.kind(args, a.kind().ordinal());
    gatun_csr_centrality_args.alpha(args, a.alpha());
    gatun_csr_centrality_args.tolerance(args, a.tolerance());
    gatun_csr_centrality_args.max_iterations(args, a.maxIterations());
    gatun_csr_centrality_args.values(args, a.values());
    gatun_csr_centrality_args.hubs(args, Structs.orNull(a.hubs()));
    long bytes = gatun_h.gatun_csr_centrality_scratch(graph.vertices(), workers);
    gatun_csr_centrality_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_centrality_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_centrality",
        execution,
        workers,
        elements * Math.max(1, a.maxIterations()),
        (status, position, _, message) ->
            switch (status) {
              case OVERFLOW -> Messages.normOverflow();
              case INVALID_ARGUMENT -> position >= 0 ? Messages.weight(graph, position) : message;
              default -> message;
            },
        (team, worker, of) -> gatun_h.gatun_csr_centrality(args, team, worker, of));
    return new Result(
        gatun_csr_centrality_args.iterations(args),
        gatun_csr_centrality_args.converged(args) != 0,
        gatun_csr_centrality_args.error(args),
        gatun_csr_centrality_args.eigenvalue(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_centrality_scratch(size.vertices(), workers);
  }
}
