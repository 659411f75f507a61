package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_msbfs_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrMsbfs;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// [CsrMsbfs] by `gatun_csr_msbfs`.
public final class CsrMsbfsNative implements CsrMsbfs {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    long sources = a.sources().byteSize() / ValueLayout.JAVA_INT.byteSize();
    long elements = elements(n, a.graph().entries(), sources);
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_msbfs_args.sizeof());
    Structs.put(gatun_csr_msbfs_args.graph(args), a.graph());
    Structs.put(gatun_csr_msbfs_args.in_graph(args), a.inGraph());
    gatun_csr_msbfs_args.sources(args, a.sources());
    gatun_csr_msbfs_args.source_count(args, sources);
    Sums of = a.bySource();
    gatun_csr_msbfs_args.reached(args, Structs.orNull(of.reached()));
    gatun_csr_msbfs_args.distances(args, Structs.orNull(of.distances()));
    gatun_csr_msbfs_args.inverses(args, Structs.orNull(of.inverses()));
    gatun_csr_msbfs_args.eccentricities(args, Structs.orNull(a.eccentricities()));
    Sums to = a.byVertex();
    gatun_csr_msbfs_args.vertex_reached(args, Structs.orNull(to.reached()));
    gatun_csr_msbfs_args.vertex_distances(args, Structs.orNull(to.distances()));
    gatun_csr_msbfs_args.vertex_inverses(args, Structs.orNull(to.inverses()));
    long bytes = gatun_h.gatun_csr_msbfs_scratch(n, sources, workers);
    gatun_csr_msbfs_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_msbfs_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_msbfs",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            status == Status.OUT_OF_RANGE ? Messages.source(position, value, n) : message,
        (team, worker, workersInAll) -> gatun_h.gatun_csr_msbfs(args, team, worker, workersInAll));
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long sources = size.items();
    int workers = Spmd.workers(execution, elements(size.vertices(), size.entries(), sources));
    return gatun_h.gatun_csr_msbfs_scratch(size.vertices(), sources, workers);
  }

  /// A batch goes over the graph a few times.
  private static long elements(long vertices, long entries, long sources) {
    return (vertices + entries) * Math.max(1, Math.ceilDiv(sources, BATCH) * 4);
  }
}
