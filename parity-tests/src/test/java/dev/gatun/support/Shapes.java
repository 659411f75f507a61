package dev.gatun.support;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Graphs with a name. All without weights.
public final class Shapes {
  private Shapes() {}

  /// Vertices without edges.
  public static Edges isolated(int n) {
    return Edges.unweighted(n, new int[0], new int[0]);
  }

  /// From vertex 0 to every other one.
  public static Edges star(int n) {
    return Edges.unweighted(n, new int[Math.max(n - 1, 0)], IntStream.range(1, n).toArray());
  }

  /// From every other vertex to vertex 0.
  public static Edges starInwards(int n) {
    return turned(star(n));
  }

  /// 0 → 1 → … → n - 1.
  public static Edges path(int n) {
    return Edges.unweighted(
        n, IntStream.range(0, Math.max(n - 1, 0)).toArray(), IntStream.range(1, n).toArray());
  }

  /// n - 1 → … → 1 → 0.
  public static Edges pathBackwards(int n) {
    return turned(path(n));
  }

  /// A path through all vertices in a random order, starting at 0: no locality.
  public static Edges shuffledPath(int n, long seed) {
    int[] order = IntStream.range(0, n).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = n - 1; i > 1; i--) {
      int j = random.nextInt(1, i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return Edges.unweighted(
        n, Arrays.copyOf(order, Math.max(n - 1, 0)), Arrays.copyOfRange(order, Math.min(1, n), n));
  }

  /// A path that closes.
  public static Edges cycle(int n) {
    return Edges.unweighted(
        n, IntStream.range(0, n).toArray(), IntStream.range(0, n).map(v -> (v + 1) % n).toArray());
  }

  /// Two cliques of n / 2 vertices, even ids and odd ids; nothing between them.
  public static Edges twoCliques(int n) {
    int[][] pairs =
        IntStream.range(0, n)
            .boxed()
            .flatMap(
                u ->
                    IntStream.range(u + 1, n)
                        .filter(v -> (v - u) % 2 == 0)
                        .mapToObj(v -> new int[] {u, v}))
            .toArray(int[][]::new);
    return Edges.unweighted(
        n,
        Arrays.stream(pairs).mapToInt(pair -> pair[0]).toArray(),
        Arrays.stream(pairs).mapToInt(pair -> pair[1]).toArray());
  }

  /// Edges between any two vertices, all pairs alike.
  public static Edges uniform(int n, int m, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Edges.unweighted(n, random.ints(m, 0, n).toArray(), random.ints(m, 0, n).toArray());
  }

  /// A recursive-matrix graph of 2^scale vertices with the usual 0.57, 0.19, 0.19, 0.05: few
  /// vertices have most edges, many have none.
  public static Edges rmat(int scale, int m, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] source = new int[m];
    int[] target = new int[m];
    for (int i = 0; i < m; i++) {
      for (int bit = 0; bit < scale; bit++) {
        double quadrant = random.nextDouble();
        source[i] = 2 * source[i] + (quadrant >= 0.76 ? 1 : 0);
        target[i] =
            2 * target[i] + (quadrant >= 0.95 || (quadrant >= 0.57 && quadrant < 0.76) ? 1 : 0);
      }
    }
    return Edges.unweighted(1 << scale, source, target);
  }

  /// With integer weights from 0 to `most`, the same for the same seed.
  public static Edges weighted(Edges edges, int most, long seed) {
    return Edges.weighted(
        edges.vertices(),
        edges.source(),
        edges.target(),
        new SplittableRandom(seed).ints(edges.size(), 0, most + 1).toArray());
  }

  private static Edges turned(Edges edges) {
    return Edges.unweighted(edges.vertices(), edges.target(), edges.source());
  }
}
