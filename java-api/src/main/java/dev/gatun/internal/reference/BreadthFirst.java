package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// A breadth-first search with a queue. Parents are the smallest ids of the level before: a vertex
/// keeps looking for a smaller one until that level has been walked through.
final class BreadthFirst {
  private static final int UNREACHED = -1;

  /// Which edges the search follows.
  @FunctionalInterface
  interface EdgeFilter {
    boolean follows(int from, long entry);
  }

  private final Csr graph;
  private final MemorySegment levels;
  private final @Nullable MemorySegment parents;
  private final int[] queue;
  private int reached;

  /// @param levels out: n int32, -1 unreached
  /// @param parents out: n int32, written for vertices at level 1 and beyond; null when not wanted
  BreadthFirst(Csr graph, MemorySegment levels, @Nullable MemorySegment parents, Pace pace) {
    this.graph = graph;
    this.levels = levels;
    this.parents = parents;
    this.queue = new int[graph.vertices()];
    pace.fill(levels, (byte) UNREACHED);
  }

  /// Puts a vertex at level 0, if it is not there already.
  void start(int v) {
    if (level(v) == UNREACHED) {
      reach(v, 0);
    }
  }

  /// Searches from the vertices at level 0.
  ///
  /// @param maxLevel vertices beyond it stay unreached; negative: no limit
  void run(int maxLevel, EdgeFilter filter, Pace pace) {
    for (int head = 0; head < reached; head++) {
      int u = queue[head];
      int level = level(u);
      if (level == maxLevel) {
        return;
      }
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        if (filter.follows(u, e)) {
          visit(graph.neighbour(e), u, level + 1);
        }
        pace.step(reached);
      }
      pace.step(reached);
    }
  }

  private void visit(int v, int from, int level) {
    boolean isNew = level(v) == UNREACHED;
    if (isNew) {
      reach(v, level);
    }
    if (parents != null && level(v) == level && (isNew || from < parents.getAtIndex(JAVA_INT, v))) {
      parents.setAtIndex(JAVA_INT, v, from);
    }
  }

  private void reach(int v, int level) {
    levels.setAtIndex(JAVA_INT, v, level);
    queue[reached++] = v;
  }

  private int level(int v) {
    return levels.getAtIndex(JAVA_INT, v);
  }

  /// Vertices reached so far.
  int reached() {
    return reached;
  }

  /// The level of the vertex reached last, which is the largest one; 0 when there is none.
  int depth() {
    return reached == 0 ? 0 : level(queue[reached - 1]);
  }
}
