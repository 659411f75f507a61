package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSpanning;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.math.BigInteger;
import java.util.Arrays;

/// Boruvka's algorithm: finds every component's lightest edge to another one, joins components
/// along those edges, and does so again until no edge is left between two of them. Each edge is
/// taken from the row of its smaller vertex.
public final class CsrSpanningReference implements CsrSpanning {
  @Override
  public Result run(Args args, Execution execution) {
    checkWeights(args.graph(), new Pace(execution, args.graph().vertices()));
    Forest forest = new Forest(args.graph(), new Pace(execution, args.graph().vertices()));
    forest.grow();
    forest.write(args);
    return total(args, forest.count);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (3L * Integer.BYTES + 4L * Long.BYTES);
  }

  private static void checkWeights(Csr graph, Pace pace) {
    if (graph.weightType().isInteger()) {
      return;
    }
    for (long e = 0; e < graph.entries(); e++) {
      if (Double.isNaN(Weights.asDouble(graph, e))) {
        throw new IllegalArgumentException(Messages.nan(graph, e));
      }
      pace.step(0);
    }
  }

  private static Result total(Args args, int edges) {
    if (!args.graph().weightType().isInteger()) {
      double sum = 0;
      for (int i = 0; i < edges; i++) {
        sum += args.weights().getAtIndex(JAVA_DOUBLE, i);
      }
      return new Result(edges, 0, sum);
    }
    // In two halves, since sums on the way may be larger than the total.
    long high = 0;
    long low = 0;
    for (int i = 0; i < edges; i++) {
      long weight = args.weights().getAtIndex(JAVA_LONG, i);
      high += weight >> Integer.SIZE;
      low += weight & 0xFFFF_FFFFL;
    }
    BigInteger sum = BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
    if (sum.bitLength() >= Long.SIZE) {
      throw new ArithmeticException(Messages.totalOverflow());
    }
    return new Result(edges, sum.longValue(), 0);
  }

  /// The forest as it grows.
  private static final class Forest {
    private static final long NONE = -1;

    private final Csr graph;
    private final Pace pace;
    private final int[] parents; // union-find: the way to the root of each vertex's component
    private final long[] best; // of each root: the entry of its lightest edge
    private final int[] bestRows; // the row that holds it
    private final long[] entries; // of the forest, in the order found
    private final int[] rows; // that hold them
    private int count;

    Forest(Csr graph, Pace pace) {
      int n = graph.vertices();
      this.graph = graph;
      this.pace = pace;
      this.parents = new int[n];
      this.best = new long[n];
      this.bestRows = new int[n];
      this.entries = new long[n];
      this.rows = new int[n];
      Arrays.setAll(parents, v -> v);
    }

    void grow() {
      int before;
      do {
        before = count;
        Arrays.fill(best, NONE);
        for (int u = 0; u < parents.length; u++) {
          findLightest(u);
        }
        for (int root = 0; root < parents.length; root++) {
          if (best[root] != NONE) {
            join(best[root], bestRows[root]);
          }
        }
      } while (count > before);
    }

    private void findLightest(int u) {
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        int v = graph.neighbour(e);
        if (v > u) {
          int a = root(u);
          int b = root(v);
          if (a != b) {
            offer(a, e, u);
            offer(b, e, u);
          }
        }
        pace.step(count);
      }
      pace.step(count);
    }

    private void offer(int root, long entry, int row) {
      if (best[root] == NONE || isLighter(entry, best[root], row)) {
        best[root] = entry;
        bestRows[root] = row;
      }
    }

    /// Whether an entry of the row comes before one of the same row or an earlier one.
    private boolean isLighter(long entry, long other, int row) {
      int byWeight =
          graph.weightType().isInteger()
              ? Long.compare(Weights.asLong(graph, entry), Weights.asLong(graph, other))
              : Double.compare(Weights.asDouble(graph, entry), Weights.asDouble(graph, other));
      boolean sameRow = other >= graph.offset(row);
      return byWeight < 0
          || (byWeight == 0 && sameRow && graph.neighbour(entry) < graph.neighbour(other));
    }

    /// Takes an edge into the forest, unless its other component has done so before.
    private void join(long entry, int row) {
      int a = root(row);
      int b = root(graph.neighbour(entry));
      if (a != b) {
        parents[Math.max(a, b)] = Math.min(a, b);
        entries[count] = entry;
        rows[count++] = row;
      }
    }

    private int root(int vertex) {
      int v = vertex;
      while (parents[v] != v) {
        parents[v] = parents[parents[v]];
        v = parents[v];
      }
      return v;
    }

    /// Writes the edges in order of source and target.
    void write(Args args) {
      long[] ends = new long[count];
      for (int i = 0; i < count; i++) {
        ends[i] = ends(i);
      }
      Arrays.sort(ends);
      for (int i = 0; i < count; i++) {
        int at = Arrays.binarySearch(ends, ends(i));
        args.sources().setAtIndex(JAVA_INT, at, rows[i]);
        args.targets().setAtIndex(JAVA_INT, at, graph.neighbour(entries[i]));
        if (graph.weightType().isInteger()) {
          args.weights().setAtIndex(JAVA_LONG, at, Weights.asLong(graph, entries[i]));
        } else {
          args.weights().setAtIndex(JAVA_DOUBLE, at, Weights.asDouble(graph, entries[i]));
        }
        pace.step(count);
      }
    }

    private long ends(int i) {
      return (long) rows[i] << Integer.SIZE | graph.neighbour(entries[i]);
    }
  }
}
