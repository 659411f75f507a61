package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrLabelPropagation;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The rule of `gatun/csr_label_propagation.h`, literally: the labels next to a vertex are counted
/// in an array by label, which is zero again when the next vertex is looked at.
public final class CsrLabelPropagationReference implements CsrLabelPropagation {
  @Override
  public Result run(Args args, Execution execution) {
    int n = args.graph().vertices();
    Pace pace = new Pace(execution, args.maxIterations());
    int[] labels = new int[n];
    int[] next = new int[n];
    for (int v = 0; v < n; v++) {
      labels[v] = v;
    }
    Counter counter = new Counter(new long[n], pace);
    boolean converged = n == 0;
    long iterations = 0;
    while (iterations < args.maxIterations() && !converged) {
      converged = true;
      for (int v = 0; v < n; v++) {
        next[v] = counter.mostFrequent(args.graph(), args.inGraph(), labels, v, iterations);
        converged &= next[v] == labels[v];
      }
      int[] old = labels;
      labels = next;
      next = old;
      iterations++;
    }
    MemorySegment.copy(labels, 0, args.labels(), JAVA_INT, 0, n);
    return new Result(iterations, converged);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (2 * Integer.BYTES + Long.BYTES);
  }

  /// Counts labels.
  private record Counter(long[] counts, Pace pace) {
    int mostFrequent(Csr graph, @Nullable Csr inGraph, int[] labels, int v, long iteration) {
      int best = count(graph, labels, v, labels[v], iteration);
      if (inGraph != null) {
        best = count(inGraph, labels, v, best, iteration);
        clear(inGraph, labels, v);
      }
      clear(graph, labels, v);
      return best;
    }

    /// Counts the labels of a row's neighbours.
    ///
    /// @param known the most frequent label before
    /// @return the most frequent one now
    private int count(Csr graph, int[] labels, int v, int known, long iteration) {
      int best = known;
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        int label = labels[graph.neighbour(e)];
        long count = ++counts[label];
        if (count > counts[best] || (count == counts[best] && label < best)) {
          best = label;
        }
        pace.step(iteration);
      }
      pace.step(iteration);
      return best;
    }

    private void clear(Csr graph, int[] labels, int v) {
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        counts[labels[graph.neighbour(e)]] = 0;
      }
    }
  }
}
