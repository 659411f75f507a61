package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr;
import dev.gatun.bindings.generated.gatun_csr_sssp_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.graph.Parents;
import dev.gatun.graph.SsspMethod;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSssp;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// [CsrSssp] by `gatun_csr_sssp`.
public final class CsrSsspNative implements CsrSssp {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    long elements = graph.vertices() + graph.entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_sssp_args.sizeof());
    MemorySegment graphStruct = gatun_csr_sssp_args.graph(args);
    Structs.put(graphStruct, graph);
    gatun_csr_sssp_args.sources(args, a.sources());
    gatun_csr_sssp_args.source_count(
        args, a.sources().byteSize() / ValueLayout.JAVA_INT.byteSize());
    gatun_csr_sssp_args.method(args, a.method().ordinal());
    gatun_csr_sssp_args.parents_mode(
        args, (a.parents() == null ? Parents.NONE : Parents.SMALLEST).ordinal());
    gatun_csr_sssp_args.delta(args, a.delta());
    gatun_csr_sssp_args.distances(args, a.distances());
    gatun_csr_sssp_args.parents(args, Structs.orNull(a.parents()));
    long bytes = gatun_h.gatun_csr_sssp_scratch(graphStruct, workers);
    gatun_csr_sssp_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_sssp_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_sssp",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            switch (status) {
              case OUT_OF_RANGE -> Messages.source(position, value, graph.vertices());
              case OVERFLOW -> Messages.distanceOverflow();
              case INVALID_ARGUMENT -> position >= 0 ? Messages.weight(graph, position) : message;
              default -> message;
            },
        (team, worker, of) -> gatun_h.gatun_csr_sssp(args, team, worker, of));
    return new Result(
        gatun_csr_sssp_args.reached(args),
        SsspMethod.values()[gatun_csr_sssp_args.used_method(args)],
        gatun_csr_sssp_args.used_delta(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    MemorySegment graph = execution.scratch().allocateZeroed(gatun_csr.sizeof());
    gatun_csr.vertices(graph, size.vertices());
    gatun_csr.entries(graph, size.entries());
    gatun_csr.weight_type(graph, size.weightType().ordinal());
    return gatun_h.gatun_csr_sssp_scratch(graph, Spmd.workers(execution, size));
  }
}
