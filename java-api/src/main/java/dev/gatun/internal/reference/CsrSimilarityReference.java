package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.graph.SimilarityMeasure;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSimilarity;
import dev.gatun.internal.kernel.Messages;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Pairs: both rows are read side by side. The most similar ones of a vertex: the ways of two steps
/// to each other vertex are counted, which are the neighbours they have in common.
public final class CsrSimilarityReference implements CsrSimilarity {
  @Override
  public Result run(Args args, Execution execution) {
    Pairs pairs = args.pairs();
    Top top = args.top();
    if (pairs != null) {
      compare(args, pairs, new Pace(execution, pairs.count()));
    } else if (top != null) {
      new Search(args, top, new Pace(execution, args.graph().vertices())).run();
    }
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return size.items() < 0 ? 2L * size.vertices() * Integer.BYTES : 0;
  }

  private static void compare(Args args, Pairs pairs, Pace pace) {
    Csr graph = args.graph();
    for (long i = 0; i < pairs.count(); i++) {
      int u = checked(pairs.first().getAtIndex(JAVA_INT, i), i, graph);
      int v = checked(pairs.second().getAtIndex(JAVA_INT, i), i, graph);
      double value = value(args.measure(), common(graph, u, v), degree(graph, u), degree(graph, v));
      args.values().setAtIndex(JAVA_DOUBLE, i, value);
      pace.step();
    }
  }

  private static int checked(int id, long pair, Csr graph) {
    if (id < 0 || id >= graph.vertices()) {
      throw new IllegalArgumentException(Messages.pair(pair, id, graph.vertices()));
    }
    return id;
  }

  private static long degree(Csr graph, int v) {
    return graph.offset(v + 1) - graph.offset(v);
  }

  private static long common(Csr graph, int u, int v) {
    long x = graph.offset(u);
    long y = graph.offset(v);
    long sum = 0;
    while (x < graph.offset(u + 1) && y < graph.offset(v + 1)) {
      int left = graph.neighbour(x);
      int right = graph.neighbour(y);
      sum += left == right ? 1 : 0;
      x += left <= right ? 1 : 0;
      y += right <= left ? 1 : 0;
    }
    return sum;
  }

  private static double value(SimilarityMeasure measure, long common, long of, long other) {
    if (common == 0) {
      return 0;
    }
    return switch (measure) {
      case JACCARD -> common / (double) (of + other - common);
      case OVERLAP -> common / (double) Math.min(of, other);
      case COSINE -> common / Math.sqrt((double) of * other);
    };
  }

  /// A vertex like the one at hand.
  private record Candidate(int vertex, double value) {
    /// The less similar before the more similar, of equal ones the larger id.
    static final Comparator<Candidate> WORST_FIRST =
        Comparator.comparingDouble(Candidate::value)
            .thenComparing(Comparator.comparingInt(Candidate::vertex).reversed());
  }

  /// The state of a search for the most similar vertices of each.
  private static final class Search {
    private final Args args;
    private final Top top;
    private final Csr graph;
    private final Pace pace;

    /// By vertex, how many neighbours it has in common with the one at hand.
    private final int[] counts;

    /// Those of which that is not 0.
    private final int[] touched;

    Search(Args args, Top top, Pace pace) {
      this.args = args;
      this.top = top;
      this.graph = args.graph();
      this.pace = pace;
      this.counts = new int[graph.vertices()];
      this.touched = new int[graph.vertices()];
    }

    void run() {
      for (int u = 0; u < graph.vertices(); u++) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.WORST_FIRST);
        if (takesPart(u)) {
          find(u, best);
        }
        write(u, best);
        pace.step(u);
      }
    }

    private boolean takesPart(int v) {
      long degree = degree(graph, v);
      return degree >= top.leastDegree() && degree <= top.mostDegree();
    }

    private void find(int u, PriorityQueue<Candidate> best) {
      int found = 0;
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        int w = graph.neighbour(e);
        for (long f = graph.offset(w), last = graph.offset(w + 1); f < last; f++) {
          int v = graph.neighbour(f);
          if (counts[v]++ == 0) {
            touched[found++] = v;
          }
          pace.step(u);
        }
      }
      for (int i = 0; i < found; i++) {
        int v = touched[i];
        int common = counts[v];
        counts[v] = 0;
        double value = value(args.measure(), common, degree(graph, u), degree(graph, v));
        if (v != u && takesPart(v) && value >= top.least()) {
          best.add(new Candidate(v, value));
          if (best.size() > top.count()) {
            best.remove();
          }
        }
      }
    }

    private void write(int u, PriorityQueue<Candidate> best) {
      long row = (long) u * top.count();
      for (int i = top.count() - 1; i >= 0; i--) {
        Candidate next = i < best.size() ? best.remove() : new Candidate(-1, 0);
        top.neighbours().setAtIndex(JAVA_INT, row + i, next.vertex());
        args.values().setAtIndex(JAVA_DOUBLE, row + i, next.value());
      }
    }
  }
}
