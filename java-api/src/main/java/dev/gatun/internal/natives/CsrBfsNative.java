package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_bfs_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// [CsrBfs] by `gatun_csr_bfs`.
public final class CsrBfsNative implements CsrBfs {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long elements = n + a.graph().entries();
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_bfs_args.sizeof());
    Structs.put(gatun_csr_bfs_args.graph(args), a.graph());
    Structs.put(gatun_csr_bfs_args.in_graph(args), a.inGraph());
    gatun_csr_bfs_args.sources(args, a.sources());
    gatun_csr_bfs_args.source_count(args, a.sources().byteSize() / ValueLayout.JAVA_INT.byteSize());
    gatun_csr_bfs_args.max_depth(args, a.maxDepth());
    gatun_csr_bfs_args.parents_mode(args, a.mode().ordinal());
    gatun_csr_bfs_args.distances(args, a.distances());
    gatun_csr_bfs_args.parents(args, Structs.orNull(a.parents()));
    long bytes = gatun_h.gatun_csr_bfs_scratch(n, workers);
    gatun_csr_bfs_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_bfs_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_bfs",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            status == Status.OUT_OF_RANGE ? Messages.source(position, value, n) : message,
        (team, worker, of) -> gatun_h.gatun_csr_bfs(args, team, worker, of));
    return new Result(gatun_csr_bfs_args.reached(args), gatun_csr_bfs_args.depth(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_bfs_scratch(size.vertices(), workers);
  }
}
