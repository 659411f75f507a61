package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_betweenness_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBetweenness;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// [CsrBetweenness] by `gatun_csr_betweenness`.
public final class CsrBetweennessNative implements CsrBetweenness {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long sources = a.sources().byteSize() / ValueLayout.JAVA_INT.byteSize();
    long elements = (n + a.graph().entries()) * Math.max(1, sources);
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_betweenness_args.sizeof());
    Structs.put(gatun_csr_betweenness_args.graph(args), a.graph());
    Structs.put(gatun_csr_betweenness_args.in_graph(args), a.inGraph());
    gatun_csr_betweenness_args.sources(args, a.sources());
    gatun_csr_betweenness_args.source_count(args, sources);
    gatun_csr_betweenness_args.factor(args, a.factor());
    gatun_csr_betweenness_args.scores(args, a.scores());
    long bytes = gatun_h.gatun_csr_betweenness_scratch(n, sources, workers);
    gatun_csr_betweenness_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_betweenness_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_betweenness",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            status == Status.OUT_OF_RANGE ? Messages.source(position, value, n) : message,
        (team, worker, of) -> gatun_h.gatun_csr_betweenness(args, team, worker, of));
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long elements = (size.vertices() + size.entries()) * Math.max(1, size.items());
    int workers = Spmd.workers(execution, elements);
    return gatun_h.gatun_csr_betweenness_scratch(size.vertices(), size.items(), workers);
  }
}
