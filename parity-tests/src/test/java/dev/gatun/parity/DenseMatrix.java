package dev.gatun.parity;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.support.Edges;
import dev.gatun.support.TestGraph;
import java.util.Arrays;

/// The adjacency matrix of a tiny graph, as built from its tuples: parallel edges add up.
record DenseMatrix(double[][] weight) {

  static DenseMatrix of(TestGraph form, CsrGraph graph, boolean weighted) {
    Edges edges = form.edges();
    double[][] matrix = new double[graph.vertices()][graph.vertices()];
    boolean[][] present = new boolean[graph.vertices()][graph.vertices()];
    boolean merge = form.duplicates() != Duplicates.KEEP;
    for (int i = 0; i < edges.size(); i++) {
      int u = edges.source()[i];
      int v = edges.target()[i];
      double weight = weighted && edges.type() != WeightType.NONE ? edges.weight(i) : 1;
      if (u == v && !form.keepLoops()) {
        continue;
      }
      double before = matrix[u][v];
      double now = merge && present[u][v] ? Math.min(before, weight) : weight;
      matrix[u][v] = merge ? now : before + weight;
      present[u][v] = true;
      if (!form.directed()) {
        matrix[v][u] = matrix[u][v];
        present[v][u] = true;
      }
    }
    return new DenseMatrix(matrix);
  }

  double[] times(double[] x) {
    return Arrays.stream(weight)
        .mapToDouble(
            row -> {
              double sum = 0;
              for (int v = 0; v < x.length; v++) {
                sum += row[v] * x[v];
              }
              return sum;
            })
        .toArray();
  }

  double[] transposedTimes(double[] x) {
    double[] product = new double[x.length];
    for (int u = 0; u < x.length; u++) {
      for (int v = 0; v < x.length; v++) {
        product[v] += weight[u][v] * x[u];
      }
    }
    return product;
  }

  double largestRowSum() {
    return Arrays.stream(weight).mapToDouble(row -> Arrays.stream(row).sum()).max().orElse(0);
  }

  /// Solves x = alpha A^T x + 1.
  double[] katz(double alpha) {
    int n = weight.length;
    double[][] system = new double[n][n + 1];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        system[v][u] = (u == v ? 1 : 0) - alpha * weight[u][v];
      }
      system[u][n] = 1;
    }
    return PageRankEquation.eliminate(system);
  }

  static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
  }

  static double[] unit(double[] x) {
    double norm = norm(x);
    return Arrays.stream(x).map(value -> value / norm).toArray();
  }
}
