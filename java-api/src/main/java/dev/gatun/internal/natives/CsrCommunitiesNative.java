package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csr_communities_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCommunities;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrCommunities] by `gatun_csr_communities`.
public final class CsrCommunitiesNative implements CsrCommunities {
  @Override
  public Result run(Args a, Execution execution) {
    Csr graph = a.graph();
    Csr in = a.inGraph();
    int n = graph.vertices();
    long entries = graph.entries() + (in == null ? 0 : in.entries());
    int workers = Spmd.workers(execution, n + entries);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_communities_args.sizeof());
    Structs.put(gatun_csr_communities_args.graph(args), graph);
    Structs.put(gatun_csr_communities_args.in_graph(args), in);
    gatun_csr_communities_args.method(args, a.method().ordinal());
    gatun_csr_communities_args.resolution(args, a.resolution());
    gatun_csr_communities_args.seed(args, a.seed());
    gatun_csr_communities_args.max_rounds(args, a.maxRounds());
    gatun_csr_communities_args.max_levels(args, a.maxLevels());
    gatun_csr_communities_args.min_gain(args, a.minGain());
    gatun_csr_communities_args.labels(args, a.labels());
    gatun_csr_communities_args.compact(args, a.compact());
    long bytes = gatun_h.gatun_csr_communities_scratch(a.method().ordinal(), n, entries, workers);
    gatun_csr_communities_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_communities_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_communities",
        execution,
        workers,
        (n + entries) * PASSES,
        (status, position, value, message) ->
            switch (status) {
              case OUT_OF_RANGE -> Messages.label(position, value, n);
              case INVALID_ARGUMENT -> position >= 0 ? Messages.weight(graph, position) : message;
              default -> message;
            },
        (team, worker, of) -> gatun_h.gatun_csr_communities(args, team, worker, of));
    return new Result(
        gatun_csr_communities_args.count(args),
        gatun_csr_communities_args.rounds(args),
        gatun_csr_communities_args.levels(args),
        gatun_csr_communities_args.iterations(args),
        gatun_csr_communities_args.modularity(args));
  }

  /// Passes over the graph that a search takes, about.
  private static final long PASSES = 32;

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int workers = Spmd.workers(execution, size);
    int method = (int) size.items();
    return gatun_h.gatun_csr_communities_scratch(method, size.vertices(), size.entries(), workers);
  }
}
