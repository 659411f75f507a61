package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrMsbfs;
import java.util.Arrays;

/// Batches of searches, level by level.
public final class CsrMsbfsReference implements CsrMsbfs {
  @Override
  public Result run(Args args, Execution execution) {
    int n = args.graph().vertices();
    int[] sources = Sources.checked(args.sources(), n);
    zero(args.byVertex(), n);
    Pace pace = new Pace(execution, (long) n * sources.length);
    ManySearches searches = new ManySearches(args.graph(), Math.min(sources.length, BATCH), pace);
    for (int first = 0; first < sources.length; first += BATCH) {
      int count = Math.min(BATCH, sources.length - first);
      searches.start(Arrays.copyOfRange(sources, first, first + count));
      startSums(args, first, count);
      addToVertices(args.byVertex(), searches, 0);
      for (int depth = 1; searches.step((long) first * n); depth++) {
        addToSources(args, first, searches.counts(), depth);
        addToVertices(args.byVertex(), searches, depth);
      }
    }
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int lanes = (int) Math.min(size.items(), BATCH);
    return size.vertices() * ManySearches.bytesPerVertex(lanes)
        + size.items() * Integer.BYTES
        + (long) BATCH * Long.BYTES;
  }

  private static void zero(Sums sums, int count) {
    for (int v = 0; v < count; v++) {
      put(sums, v, 0);
    }
  }

  private static void startSums(Args args, int first, int count) {
    for (int i = first; i < first + count; i++) {
      put(args.bySource(), i, 1);
      if (args.eccentricities() != null) {
        args.eccentricities().setAtIndex(JAVA_INT, i, 0);
      }
    }
  }

  private static void put(Sums sums, int i, long reached) {
    if (sums.reached() != null) {
      sums.reached().setAtIndex(JAVA_LONG, i, reached);
    }
    if (sums.distances() != null) {
      sums.distances().setAtIndex(JAVA_LONG, i, 0);
    }
    if (sums.inverses() != null) {
      sums.inverses().setAtIndex(JAVA_DOUBLE, i, 0);
    }
  }

  private static void addToSources(Args args, int first, long[] counts, int depth) {
    for (int lane = 0; lane < counts.length; lane++) {
      if (counts[lane] > 0) {
        add(args.bySource(), first + lane, counts[lane], depth);
        if (args.eccentricities() != null) {
          args.eccentricities().setAtIndex(JAVA_INT, first + lane, depth);
        }
      }
    }
  }

  private static void addToVertices(Sums sums, ManySearches searches, int depth) {
    if (!sums.equals(Sums.NONE)) {
      searches.forEachFound((v, count) -> add(sums, v, count, depth));
    }
  }

  private static void add(Sums sums, int i, long count, int depth) {
    if (sums.reached() != null) {
      sums.reached().setAtIndex(JAVA_LONG, i, sums.reached().getAtIndex(JAVA_LONG, i) + count);
    }
    if (sums.distances() != null) {
      long sum = sums.distances().getAtIndex(JAVA_LONG, i);
      sums.distances().setAtIndex(JAVA_LONG, i, sum + count * depth);
    }
    if (sums.inverses() != null && depth > 0) {
      double sum = sums.inverses().getAtIndex(JAVA_DOUBLE, i);
      sums.inverses().setAtIndex(JAVA_DOUBLE, i, sum + (double) count / depth);
    }
  }
}
