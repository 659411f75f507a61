package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.Csr;
import java.util.function.IntConsumer;

/// The edges of a vertex whatever their direction: its row among the out-edges and, in a directed
/// graph, its row among the in-edges.
final class BothWays {
  private final Csr out;
  private final Csr in;
  private final Pace pace;

  /// @param in the same object as `out` for an undirected graph
  BothWays(Csr out, Csr in, Pace pace) {
    this.out = out;
    this.in = in;
    this.pace = pace;
  }

  /// Entries in the rows of a vertex.
  long degree(int v) {
    long there = out.offset(v + 1) - out.offset(v);
    return in == out ? there : there + in.offset(v + 1) - in.offset(v);
  }

  /// Goes through the neighbours, out-edges first.
  void forEach(int v, IntConsumer body) {
    forEach(out, v, body);
    if (in != out) {
      forEach(in, v, body);
    }
  }

  private void forEach(Csr graph, int v, IntConsumer body) {
    for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
      body.accept(graph.neighbour(e));
      pace.step();
    }
  }
}
