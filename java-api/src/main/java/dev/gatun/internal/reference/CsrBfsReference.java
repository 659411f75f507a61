package dev.gatun.internal.reference;

import dev.gatun.graph.Parents;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBfs;
import java.lang.foreign.MemorySegment;

/// Top-down only, in O(n + entries). [Parents#ANY] gives the smallest ones too.
public final class CsrBfsReference implements CsrBfs {
  @Override
  public Result run(Args args, Execution execution) {
    int[] sources = Sources.checked(args.sources(), args.graph().vertices());
    MemorySegment parents = args.mode() == Parents.NONE ? null : args.parents();
    Pace pace = new Pace(execution, args.graph().vertices());
    if (parents != null) {
      pace.fill(parents, (byte) -1);
    }
    BreadthFirst search = new BreadthFirst(args.graph(), args.distances(), parents, pace);
    for (int source : sources) {
      search.start(source);
    }
    search.run(args.maxDepth(), (_, _) -> true, pace);
    return new Result(search.reached(), search.depth());
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * Integer.BYTES + size.items() * Integer.BYTES;
  }
}
