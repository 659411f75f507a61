package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBetweenness;
import java.util.Arrays;

/// The formula of `gatun/csr_betweenness.h`, source by source.
public final class CsrBetweennessReference implements CsrBetweenness {
  @Override
  public Result run(Args args, Execution execution) {
    int n = args.graph().vertices();
    int[] sources = Sources.checked(args.sources(), n);
    Pace pace = new Pace(execution, (long) n * sources.length);
    Dependencies dependencies = new Dependencies(args.graph(), args.inGraph(), pace);
    double[] total = new double[n];
    double[] group = new double[n];
    for (int i = 0; i < sources.length; i++) {
      dependencies.add(sources[i], group, (long) i * n);
      if (i % GROUP == GROUP - 1 || i == sources.length - 1) {
        for (int v = 0; v < n; v++) {
          total[v] += group[v];
        }
        Arrays.fill(group, 0);
      }
    }
    for (int v = 0; v < n; v++) {
      args.scores().setAtIndex(JAVA_DOUBLE, v, total[v] * args.factor());
    }
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return size.vertices() * (2L * Double.BYTES + Dependencies.BYTES_A_VERTEX)
        + size.items() * Integer.BYTES;
  }
}
