package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;

/// The tree of shortest paths, from their lengths. An edge is tight when it continues a shortest
/// path as a shortest path. Parents are smallest ids over tight edges that add to the length, and
/// where there are none, over tight edges that add nothing, breadth-first: smallest ids alone could
/// then go round in a circle.
final class PathParents {
  private static final int NONE = -1;

  private final Csr graph;
  private final PathLengths lengths;
  private final MemorySegment parents;
  private final Pace pace;

  /// @param lengths final lengths
  /// @param parents out: n int32, -1 for sources and unreached
  PathParents(Csr graph, PathLengths lengths, MemorySegment parents, Pace pace) {
    this.graph = graph;
    this.lengths = lengths;
    this.parents = parents;
    this.pace = pace;
  }

  /// Finds all parents. O(n + entries).
  void find(int[] sources, int reached, Execution execution) {
    pace.fill(parents, (byte) NONE);
    alongEdgesThatAdd(reached);
    MemorySegment levels = execution.scratch().allocate(graph.vertices(), Integer.BYTES);
    BreadthFirst search = new BreadthFirst(graph, levels, parents, pace);
    for (int source : sources) {
      search.start(source);
    }
    for (int v = 0; v < graph.vertices(); v++) {
      if (parent(v) != NONE) {
        search.start(v);
      }
      pace.step(reached);
    }
    if (search.reached() < reached) {
      search.run(-1, this::addsNothing, pace);
    }
  }

  private void alongEdgesThatAdd(int reached) {
    for (int u = 0; u < graph.vertices(); u++) {
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        int v = graph.neighbour(e);
        if (isTight(u, e)
            && lengths.get(u) < lengths.get(v)
            && (parent(v) == NONE || u < parent(v))) {
          parents.setAtIndex(JAVA_INT, v, u);
        }
        pace.step(reached);
      }
      pace.step(reached);
    }
  }

  private boolean addsNothing(int u, long entry) {
    return isTight(u, entry) && lengths.get(u) == lengths.get(graph.neighbour(entry));
  }

  private boolean isTight(int u, long entry) {
    int v = graph.neighbour(entry);
    return lengths.isReached(v) && lengths.plus(lengths.get(u), entry) == lengths.get(v);
  }

  private int parent(int v) {
    return parents.getAtIndex(JAVA_INT, v);
  }
}
