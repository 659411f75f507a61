package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.bindings.generated.gatun_csr;
import dev.gatun.bindings.generated.gatun_csr_walks_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrWalks;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrWalks] by `gatun_csr_walks`.
public final class CsrWalksNative implements CsrWalks {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    long elements = graph.vertices() + graph.entries() + a.walkCount() * a.length();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_walks_args.sizeof());
    MemorySegment graphStruct = gatun_csr_walks_args.graph(args);
    Structs.put(graphStruct, graph);
    MemorySegment starts = a.starts();
    gatun_csr_walks_args.starts(args, Structs.orNull(starts));
    gatun_csr_walks_args.start_count(
        args, starts == null ? 0 : starts.byteSize() / JAVA_INT.byteSize());
    gatun_csr_walks_args.seed(args, a.seed());
    gatun_csr_walks_args.first_walk(args, a.firstWalk());
    gatun_csr_walks_args.walk_count(args, a.walkCount());
    gatun_csr_walks_args.length(args, a.length());
    gatun_csr_walks_args.p(args, a.p());
    gatun_csr_walks_args.q(args, a.q());
    gatun_csr_walks_args.walks(args, a.walks());
    long bytes = gatun_h.gatun_csr_walks_scratch(graphStruct, workers);
    gatun_csr_walks_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_walks_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_walks",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            switch (status) {
              case OUT_OF_RANGE -> Messages.source(position, value, graph.vertices());
              case INVALID_ARGUMENT -> position >= 0 ? Messages.rowSum(graph, position) : message;
              default -> message;
            },
        (team, worker, of) -> gatun_h.gatun_csr_walks(args, team, worker, of));
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    MemorySegment graph = execution.scratch().allocateZeroed(gatun_csr.sizeof());
    gatun_csr.vertices(graph, size.vertices());
    gatun_csr.entries(graph, size.entries());
    gatun_csr.weight_type(graph, size.weightType().ordinal());
    return gatun_h.gatun_csr_walks_scratch(graph, Spmd.workers(execution, size));
  }
}
