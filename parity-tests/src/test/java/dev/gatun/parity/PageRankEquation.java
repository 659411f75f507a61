package dev.gatun.parity;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.WeightType;
import dev.gatun.support.Edges;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// PageRank as the solution of its linear equations, by Gaussian elimination: r = M r + jump.
final class PageRankEquation {
  private PageRankEquation() {}

  static double[] solve(TestGraph form, CsrGraph graph, PageRank options) {
    int n = graph.vertices();
    double[] teleport = teleport(n, options);
    double[][] follow = follow(form, n, options.weighted());
    double[][] system = new double[n][n + 1];
    for (int u = 0; u < n; u++) {
      double out = Arrays.stream(follow[u]).sum();
      for (int v = 0; v < n; v++) {
        double share = out > 0 ? follow[u][v] / out : dangling(options, u, v, teleport);
        system[v][u] = (u == v ? 1 : 0) - options.alpha() * share;
      }
      system[u][n] = (1 - options.alpha()) * teleport[u];
    }
    return eliminate(system);
  }

  private static double[] teleport(int n, PageRank options) {
    double[] teleport = new double[n];
    if (options.personalVector() != null) {
      teleport = options.personalVector();
    } else if (options.personalSources() != null) {
      for (int source : options.personalSources()) {
        teleport[source] = 1;
      }
    } else {
      Arrays.fill(teleport, 1);
    }
    double sum = Arrays.stream(teleport).sum();
    return Arrays.stream(teleport).map(share -> share / sum).toArray();
  }

  private static double dangling(PageRank options, int u, int v, double[] teleport) {
    return switch (options.dangling()) {
      case TELEPORT -> teleport[v];
      case UNIFORM -> 1.0 / teleport.length;
      case SELF -> u == v ? 1 : 0;
      case DROP -> 0;
    };
  }

  /// `follow[u][v]`: in what proportion edges from u to v are followed, as the graph was built from
  /// the tuples.
  private static double[][] follow(TestGraph form, int n, boolean weighted) {
    Edges edges = form.edges();
    boolean merge = form.duplicates() != Duplicates.KEEP;
    double[][] follow = new double[n][n];
    Map<Long, Double> least = new HashMap<>();
    for (int i = 0; i < edges.size(); i++) {
      int u = edges.source()[i];
      int v = edges.target()[i];
      double weight = weighted && edges.type() != WeightType.NONE ? edges.weight(i) : 1;
      if (u == v && !form.keepLoops()) {
        continue;
      }
      for (int turned = 0; turned < (form.directed() || u == v ? 1 : 2); turned++) {
        long key = turned == 0 ? (long) u * n + v : (long) v * n + u;
        least.merge(key, weight, merge ? Math::min : Double::sum);
      }
    }
    least.forEach((key, weight) -> follow[(int) (key / n)][(int) (key % n)] = weight);
    return follow;
  }

  /// With partial pivoting.
  static double[] eliminate(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column; row < n; row++) {
        if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = system[pivot];
      system[pivot] = system[column];
      system[column] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = system[row][column] / swapped[column];
        for (int k = column; k <= n && row != column; k++) {
          system[row][k] -= factor * swapped[k];
        }
      }
    }
    double[] solution = new double[n];
    for (int v = 0; v < n; v++) {
      solution[v] = system[v][n] / system[v][v];
    }
    return solution;
  }
}
