package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_triangles_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrTriangles;
import java.lang.foreign.MemorySegment;

/// [CsrTriangles] by `gatun_csr_triangles`.
public final class CsrTrianglesNative implements CsrTriangles {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long entries = a.graph().entries();
    int workers = Spmd.workers(execution, n + entries);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_triangles_args.sizeof());
    Structs.put(gatun_csr_triangles_args.graph(args), a.graph());
    gatun_csr_triangles_args.arcs(args, Structs.orNull(a.arcs()));
    gatun_csr_triangles_args.per_vertex(args, Structs.orNull(a.perVertex()));
    long bytes =
        gatun_h.gatun_csr_triangles_scratch(
            n, entries, a.perVertex() == null ? 0 : 1, a.arcs() == null ? 0 : 1, workers);
    gatun_csr_triangles_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_triangles_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_triangles",
        execution,
        workers,
        n + entries,
        (_, _, _, message) -> message,
        (team, worker, of) -> gatun_h.gatun_csr_triangles(args, team, worker, of));
    return new Result(gatun_csr_triangles_args.count(args), gatun_csr_triangles_args.wedges(args));
  }

  /// @param size its items are the arrays given: 0 none, 1 per vertex, 2 arcs too
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    return gatun_h.gatun_csr_triangles_scratch(
        size.vertices(),
        size.entries(),
        size.items() >= 1 ? 1 : 0,
        size.items() == 2 ? 1 : 0,
        workers);
  }
}
