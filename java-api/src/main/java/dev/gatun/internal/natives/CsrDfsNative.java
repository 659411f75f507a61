package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_dfs_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrDfs;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// [CsrDfs] by `gatun_csr_dfs`, with one worker: more would wait.
public final class CsrDfsNative implements CsrDfs {
  private static final int WORKERS = 1;

  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    MemorySegment sources = a.sources();
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_dfs_args.sizeof());
    Structs.put(gatun_csr_dfs_args.graph(args), a.graph());
    if (sources != null) {
      gatun_csr_dfs_args.sources(args, sources);
      gatun_csr_dfs_args.source_count(args, sources.byteSize() / ValueLayout.JAVA_INT.byteSize());
    }
    gatun_csr_dfs_args.max_depth(args, a.maxDepth());
    gatun_csr_dfs_args.preorder(args, a.preorder());
    gatun_csr_dfs_args.postorder(args, a.postorder());
    gatun_csr_dfs_args.discovery(args, a.discovery());
    gatun_csr_dfs_args.finish(args, a.finish());
    gatun_csr_dfs_args.parents(args, a.parents());
    gatun_csr_dfs_args.depths(args, a.depths());
    long bytes = gatun_h.gatun_csr_dfs_scratch(n, WORKERS);
    gatun_csr_dfs_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_dfs_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_dfs",
        execution,
        WORKERS,
        n + a.graph().entries(),
        (status, position, value, message) ->
            status == Status.OUT_OF_RANGE ? Messages.source(position, value, n) : message,
        (team, worker, of) -> gatun_h.gatun_csr_dfs(args, team, worker, of));
    return new Result(
        gatun_csr_dfs_args.reached(args),
        gatun_csr_dfs_args.trees(args),
        gatun_csr_dfs_args.deepest(args));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return gatun_h.gatun_csr_dfs_scratch(size.vertices(), WORKERS);
  }
}
