package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.Csr;
import java.util.Arrays;

/// Breadth-first searches side by side: search i is bit i of a few words that each vertex has.
///
/// Source: M. Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, PVLDB
/// 8(4), 2014.
final class ManySearches {
  private final Csr graph;
  private final Pace pace;

  /// Words a vertex.
  private final int words;

  /// Searches that have reached each vertex.
  private final long[] seen;

  /// Those that have reached it in the last level; only for the vertices of that level.
  private final long[] front;

  /// Those that reach it in the level in work; else 0.
  private final long[] next;

  /// The vertices of the last level, and of the one in work.
  private int[] found;
  private int[] foundNext;
  private int size;
  private final boolean[] isFound;
  private long[] counts = new long[0];

  /// Vertices that a level has found, one at a time.
  @FunctionalInterface
  interface Visitor {
    /// @param searches number of searches that have reached it in this level
    void visit(int vertex, int searches);
  }

  /// @param most searches at once
  ManySearches(Csr graph, int most, Pace pace) {
    int n = graph.vertices();
    this.graph = graph;
    this.pace = pace;
    words = Math.ceilDiv(most, Long.SIZE);
    seen = new long[Math.multiplyExact(n, words)];
    front = new long[seen.length];
    next = new long[seen.length];
    found = new int[n];
    foundNext = new int[n];
    isFound = new boolean[n];
  }

  static long bytesPerVertex(int most) {
    return 3L * Math.ceilDiv(most, Long.SIZE) * Long.BYTES + 2 * Integer.BYTES + 1;
  }

  /// Begins anew. The level found is that of the sources.
  void start(int[] sources) {
    Arrays.fill(seen, 0);
    Arrays.fill(next, 0);
    counts = new long[sources.length];
    size = 0;
    for (int i = 0; i < sources.length; i++) {
      find(sources[i], i / Long.SIZE, 1L << i);
    }
    settle();
  }

  /// Finds the next level.
  ///
  /// @param done units of progress behind it
  /// @return false when there is none
  boolean step(long done) {
    int last = size;
    size = 0;
    for (int i = 0; i < last; i++) {
      int u = found[i];
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        int v = graph.neighbour(e);
        for (int w = 0; w < words; w++) {
          find(v, w, front[u * words + w] & ~seen[v * words + w]);
        }
        pace.step(done);
      }
    }
    settle();
    return size > 0;
  }

  /// Vertices that each search has found in the last level.
  long[] counts() {
    return counts;
  }

  void forEachFound(Visitor visitor) {
    for (int i = 0; i < size; i++) {
      int searches = 0;
      for (int w = 0; w < words; w++) {
        searches += Long.bitCount(front[found[i] * words + w]);
      }
      visitor.visit(found[i], searches);
    }
  }

  private void find(int v, int word, long searches) {
    if (searches != 0) {
      next[v * words + word] |= searches;
      if (!isFound[v]) {
        isFound[v] = true;
        foundNext[size++] = v;
      }
    }
  }

  /// Makes the level in work the last one.
  private void settle() {
    Arrays.fill(counts, 0);
    for (int i = 0; i < size; i++) {
      int v = foundNext[i];
      isFound[v] = false;
      for (int w = 0; w < words; w++) {
        long searches = next[v * words + w];
        next[v * words + w] = 0;
        front[v * words + w] = searches;
        seen[v * words + w] |= searches;
        for (long bits = searches; bits != 0; bits &= bits - 1) {
          counts[w * Long.SIZE + Long.numberOfTrailingZeros(bits)]++;
        }
      }
    }
    int[] list = found;
    found = foundNext;
    foundNext = list;
  }
}
