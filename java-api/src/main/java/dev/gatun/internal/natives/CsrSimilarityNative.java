package dev.gatun.internal.natives;

import dev.gatun.bindings.Status;
import dev.gatun.bindings.generated.gatun_csr_similarity_args;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrSimilarity;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// [CsrSimilarity] by `gatun_csr_similarity`.
public final class CsrSimilarityNative implements CsrSimilarity {
  @Override
  public Result run(Args a, Execution execution) {
    int n = a.graph().vertices();
    Pairs pairs = a.pairs();
    Top top = a.top();
    long elements = n + a.graph().entries() + (pairs == null ? 0 : pairs.count());
    int workers = Spmd.workers(execution, elements);
    MemorySegment args = execution.scratch().allocateZeroed(gatun_csr_similarity_args.sizeof());
    Structs.put(gatun_csr_similarity_args.graph(args), a.graph());
    gatun_csr_similarity_args.measure(args, a.measure().ordinal());
    gatun_csr_similarity_args.values(args, a.values());
    if (pairs != null) {
      gatun_csr_similarity_args.first(args, pairs.first());
      gatun_csr_similarity_args.second(args, pairs.second());
      gatun_csr_similarity_args.pairs(args, pairs.count());
    }
    if (top != null) {
      gatun_csr_similarity_args.top(args, top.count());
      gatun_csr_similarity_args.least(args, top.least());
      gatun_csr_similarity_args.least_degree(args, top.leastDegree());
      gatun_csr_similarity_args.most_degree(args, top.mostDegree());
      gatun_csr_similarity_args.neighbours(args, top.neighbours());
    }
    int count = top == null ? 0 : top.count();
    long bytes = gatun_h.gatun_csr_similarity_scratch(n, count, workers);
    gatun_csr_similarity_args.scratch(args, execution.scratch().allocate(bytes));
    gatun_csr_similarity_args.scratch_bytes(args, bytes);
    Spmd.run(
        "csr_similarity",
        execution,
        workers,
        elements,
        (status, position, value, message) ->
            status == Status.OUT_OF_RANGE ? Messages.pair(position, value, n) : message,
        (team, worker, of) -> gatun_h.gatun_csr_similarity(args, team, worker, of));
    return new Result();
  }

  /// @param size its items are the pairs, or -1 when the most similar vertices are wanted
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long elements = size.vertices() + size.entries() + Math.max(size.items(), 0);
    int workers = Spmd.workers(execution, elements);
    return gatun_h.gatun_csr_similarity_scratch(size.vertices(), size.items() < 0 ? 1 : 0, workers);
  }
}
