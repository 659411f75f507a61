package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrCommunities;
import dev.gatun.internal.kernel.Messages;
import java.util.Arrays;

/// The rules of `gatun/csr_communities.h`, one by one.
public final class CsrCommunitiesReference implements CsrCommunities {
  @Override
  public Result run(Args args, Execution execution) {
    if (args.graph().vertices() == 0) {
      return new Result(0, 0, 0, 0, 0);
    }
    return new Search(args, new Pace(execution, 0)).run();
  }

  /// Levels of two sizes live at once, the graph of a level also while its arrays grow.
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long perVertex = 12L * Long.BYTES + 10L * Integer.BYTES;
    long perEntry = Method.values()[(int) size.items()] == Method.GIVEN ? 0 : 3L * (4 + 8);
    return size.vertices() * perVertex + size.entries() * perEntry;
  }

  private static final class Search {
    private final Args args;
    private final Pace pace;
    private final int n;
    private final CommunityRows given;
    private final long total;
    private final double perStrength;

    /// The level's vertex that each vertex of the graph has become part of.
    private int[] vertexOf;

    private CommunityLevel level;
    private long inside;
    private double known;
    private long rounds;
    private long levels;
    private long iterations;

    Search(Args args, Pace pace) {
      this.args = args;
      this.pace = pace;
      n = args.graph().vertices();
      int[] communities = args.method() == Method.GIVEN ? given() : identity(n);
      given = CommunityRows.Given.of(args.graph(), args.inGraph(), pace);
      vertexOf = identity(n);
      level = new CommunityLevel(given, communities, pace, 0);
      total = level.total();
      perStrength = total > 0 ? args.resolution() / total : 0;
      inside = level.inside();
    }

    private int[] given() {
      int[] labels = args.labels().asSlice(0, 4L * n).toArray(JAVA_INT);
      for (int v = 0; v < n; v++) {
        if (labels[v] < 0 || labels[v] >= n) {
          throw new IllegalArgumentException(Messages.label(v, labels[v], n));
        }
      }
      return labels;
    }

    private static int[] identity(int count) {
      int[] identity = new int[count];
      Arrays.setAll(identity, v -> v);
      return identity;
    }

    Result run() {
      if (args.method() != Method.GIVEN) {
        search();
      }
      return finish();
    }

    private void search() {
      known = modularity(inside, level.volumes);
      while (true) {
        double before = known;
        runLevels();
        rounds++;
        if (rounds == args.maxRounds() || !(known - before > args.minGain())) {
          return;
        }
        int[] communities = new int[n];
        Arrays.setAll(communities, v -> level.communities[vertexOf[v]]);
        vertexOf = identity(n);
        level = new CommunityLevel(given, communities, pace, levels);
      }
    }

    private void runLevels() {
      boolean leiden = args.method() == Method.LEIDEN;
      int roundLevels = 0;
      while (true) {
        int[] initial = level.communities.clone();
        long seed = args.seed() + CommunityLevel.MOST_PASSES * rounds;
        int passes = level.move(perStrength, seed);
        iterations += passes;
        boolean moved = passes > 1;
        boolean last = false;
        if (moved) {
          long reachedInside = level.inside();
          double reached = modularity(reachedInside, level.volumes);
          if (!(reached > known)) {
            // Vertices that moved at once got into each other's way.
            level.rename(initial);
            if (leiden) {
              level.rename(level.pieces());
            }
            return;
          }
          levels++;
          roundLevels++;
          last = roundLevels == args.maxLevels() || reached - known < args.minGain();
          known = reached;
          inside = reachedInside;
        }
        Numbers groups = Numbers.of(level.communities);
        if (groups.count == level.vertices || (!leiden && (!moved || last))) {
          return;
        }
        int[] next = identity(groups.count);
        if (leiden) {
          Numbers parts = Numbers.of(last ? identity(level.vertices) : level.parts(perStrength));
          if (parts.count == level.vertices) {
            level.rename(level.pieces());
            return;
          }
          next = firstParts(parts);
          groups = parts;
        }
        descend(groups, next);
      }
    }

    /// Of each part, what its community is called in the next level: after its first part.
    private int[] firstParts(Numbers parts) {
      int[] first = new int[level.vertices];
      Arrays.fill(first, -1);
      int[] next = new int[parts.count];
      for (int v = 0; v < level.vertices; v++) {
        int part = parts.of[v];
        int community = level.communities[v];
        if (first[community] < 0) {
          first[community] = part;
        }
        next[part] = first[community];
      }
      return next;
    }

    /// Makes groups of vertices the vertices of the next level.
    private void descend(Numbers groups, int[] communities) {
      CommunityRows rows = level.contract(groups.of, groups.count);
      for (int v = 0; v < n; v++) {
        vertexOf[v] = groups.of[vertexOf[v]];
      }
      level = new CommunityLevel(rows, communities, pace, levels);
    }

    private double modularity(long insideWeight, long[] volumes) {
      if (total == 0) {
        return 0;
      }
      double squares = 0;
      for (long volume : volumes) {
        double share = (double) volume / total;
        squares += share * share;
      }
      return (double) insideWeight / total - args.resolution() * squares;
    }

    /// Numbers the communities by their smallest vertices, and scores them in that order.
    private Result finish() {
      int[] communities = new int[n];
      Arrays.setAll(communities, v -> level.communities[vertexOf[v]]);
      Numbers numbers = Numbers.of(communities);
      int[] smallest = new int[numbers.count];
      long[] volumes = new long[numbers.count];
      for (int v = n - 1; v >= 0; v--) {
        smallest[numbers.of[v]] = v;
        volumes[numbers.of[v]] = level.volumes[communities[v]];
      }
      for (int v = 0; v < n; v++) {
        args.compact().setAtIndex(JAVA_INT, v, numbers.of[v]);
        if (args.method() != Method.GIVEN) {
          args.labels().setAtIndex(JAVA_INT, v, smallest[numbers.of[v]]);
        }
      }
      return new Result(numbers.count, rounds, levels, iterations, modularity(inside, volumes));
    }
  }

  /// Groups numbered by their first vertices.
  ///
  /// @param of number of each vertex's group
  private record Numbers(int[] of, int count) {
    static Numbers of(int[] groups) {
      int[] numbers = new int[groups.length];
      Arrays.fill(numbers, -1);
      int[] of = new int[groups.length];
      int count = 0;
      for (int v = 0; v < groups.length; v++) {
        if (numbers[groups[v]] < 0) {
          numbers[groups[v]] = count++;
        }
        of[v] = numbers[groups[v]];
      }
      return new Numbers(of, count);
    }
  }
}
