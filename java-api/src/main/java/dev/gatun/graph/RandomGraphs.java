package dev.gatun.graph;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Edge lists to try things on: the same for the same arguments, on every machine. Weights are
/// int32, 1..255.
public final class RandomGraphs {
  private static final int LARGEST_WEIGHT = 255;

  // Quarters of the adjacency matrix in R-MAT, as in the Graph500 benchmark.
  private static final double A = 0.57;
  private static final double B = 0.19;
  private static final double C = 0.19;

  private RandomGraphs() {}

  /// A graph as social networks and the web are: few vertices with very many edges, many with few.
  ///
  /// Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, R-MAT: A Recursive Model for Graph Mining, SDM
  /// 2004, with the parameters of Graph500. Ids are shuffled, so that they tell nothing about
  /// degrees. Contains duplicates and self loops.
  ///
  /// @param scale the graph has 2^scale vertices, 0..26
  /// @param edgesPerVertex edges given per vertex; edges in all at most 2^30
  public static EdgeList rmat(int scale, int edgesPerVertex, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] names = shuffled(size(scale), random);
    int[] source = new int[edges(scale, edgesPerVertex)];
    int[] target = new int[source.length];
    for (int i = 0; i < source.length; i++) {
      int u = 0;
      int v = 0;
      for (int bit = 0; bit < scale; bit++) {
        double quarter = random.nextDouble();
        boolean lower = quarter >= A + B;
        boolean right = lower ? quarter >= A + B + C : quarter >= A;
        u = u << 1 | (lower ? 1 : 0);
        v = v << 1 | (right ? 1 : 0);
      }
      source[i] = names[u];
      target[i] = names[v];
    }
    return weighted(source, target, names.length, random);
  }

  /// A graph whose edges join any two vertices with equal chance. Contains duplicates and self
  /// loops.
  ///
  /// @param scale the graph has 2^scale vertices, 0..26
  /// @param edgesPerVertex edges given per vertex; edges in all at most 2^30
  public static EdgeList uniform(int scale, int edgesPerVertex, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = size(scale);
    int[] source = new int[edges(scale, edgesPerVertex)];
    int[] target = new int[source.length];
    for (int i = 0; i < source.length; i++) {
      source[i] = random.nextInt(n);
      target[i] = random.nextInt(n);
    }
    return weighted(source, target, n, random);
  }

  /// A graph as road networks are: a square grid of side^2 vertices without every seventh street,
  /// so that paths are long and degrees small.
  ///
  /// @param side 1..8192
  public static EdgeList grid(int side, long seed) {
    if (side < 1 || side > 1 << 13) {
      throw new IllegalArgumentException("side " + side + " is not in 1..8192");
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] source = new int[2 * side * (side - 1)];
    int[] target = new int[source.length];
    int count = 0;
    for (int v = 0; v < side * side; v++) {
      boolean hasRight = v % side + 1 < side;
      boolean hasBelow = v + side < side * side;
      if (hasRight && random.nextInt(7) != 0) {
        source[count] = v;
        target[count++] = v + 1;
      }
      if (hasBelow && random.nextInt(7) != 0) {
        source[count] = v;
        target[count++] = v + side;
      }
    }
    return weighted(
        Arrays.copyOf(source, count), Arrays.copyOf(target, count), side * side, random);
  }

  private static EdgeList weighted(
      int[] source, int[] target, int vertices, SplittableRandom random) {
    int[] weights = new int[source.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + random.nextInt(LARGEST_WEIGHT);
    }
    return EdgeList.of(source, target, weights).withVertices(vertices);
  }

  private static int size(int scale) {
    if (scale < 0 || scale > 26) {
      throw new IllegalArgumentException("scale " + scale + " is not in 0..26");
    }
    return 1 << scale;
  }

  private static int edges(int scale, int edgesPerVertex) {
    long edges = (long) edgesPerVertex << scale;
    if (edges < 0 || edges > 1 << 30) {
      throw new IllegalArgumentException(edges + " edges are not in 0..2^30");
    }
    return (int) edges;
  }

  private static int[] shuffled(int n, SplittableRandom random) {
    int[] names = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      names[i] = names[j];
      names[j] = i;
    }
    return names;
  }
}
