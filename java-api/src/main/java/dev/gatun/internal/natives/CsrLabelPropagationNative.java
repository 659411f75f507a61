package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_label_propagation_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrLabelPropagation;
import java.lang.foreign.MemorySegment;

/// [CsrLabelPropagation] by `gatun_csr_label_propagation`.
public final class CsrLabelPropagationNative implements CsrLabelPropagation {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    Csr in = a.inGraph();
    long entries = graph.entries() + (in == null ? 0 : in.entries());
    long elements = graph.vertices() + entries;
    int workers = Spmd.workers(execution, elements);
    MemorySegment args =
        execution.scratch().allocateZeroed(gatun_csr_label_propagation_args.sizeof());
    Structs.put(gatun_csr_label_propagation_args.graph(args), graph);
    Structs.put(gatun_csr_label_propagation_args.in_graph(args), in);
    gatun_csr_label_propagation_args.max_iterations(args, a.maxIterations());
    gatun_csr_label_propagation_args.labels(args, a.labels());
    long bytes = gatun_h.gatun_csr_label_propagation_scratch(graph.vertices(), entries, workers);
    gatun_csr_label_propagation_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_label_propagation_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_label_propagation",
        execution,
        workers,
        elements * Math.max(1, a.maxIterations()),
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_label_propagation(args, team, worker, of));
    return new Result(
        gatun_csr_label_propagation_args.iterations(args),
        gatun_csr_label_propagation_args.converged(args) != 0);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_label_propagation_scratch(size.vertices(), size.entries(), workers);
  }
}
