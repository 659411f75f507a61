package dev.gatun.internal.reference;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import org.jspecify.annotations.Nullable;

/// The graph of a level of a search for communities. Each edge is in the rows of both its ends, a
/// loop in its row once with all its weight.
interface CommunityRows {
  /// Takes an entry of a row.
  @FunctionalInterface
  interface Visitor {
    void visit(int neighbour, long weight);
  }

  int vertices();

  void forRow(int v, Visitor visitor);

  /// The graph a call is about, with weights as integers.
  record Given(Csr graph, @Nullable Csr inGraph, Units units) implements CommunityRows {
    /// @throws IllegalArgumentException when a weight is negative, infinite or NaN
    static Given of(Csr graph, @Nullable Csr inGraph, Pace pace) {
      return new Given(graph, inGraph, Units.of(graph, pace));
    }

    @Override
    public int vertices() {
      return graph.vertices();
    }

    @Override
    public void forRow(int v, Visitor visitor) {
      boolean directed = inGraph != null;
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        int u = graph.neighbour(e);
        long weight = units.of(graph, e);
        visitor.visit(u, !directed && u == v ? 2 * weight : weight);
      }
      if (inGraph != null) {
        for (long e = inGraph.offset(v), end = inGraph.offset(v + 1); e < end; e++) {
          visitor.visit(inGraph.neighbour(e), units.of(inGraph, e));
        }
      }
    }
  }

  /// A graph made of communities or parts of another.
  ///
  /// @param offsets vertices + 1
  record Contracted(int vertices, int[] offsets, int[] neighbours, long[] weights)
      implements CommunityRows {
    @Override
    public void forRow(int v, Visitor visitor) {
      for (int e = offsets[v]; e < offsets[v + 1]; e++) {
        visitor.visit(neighbours[e], weights[e]);
      }
    }
  }

  /// In what units weights are counted: the sum of 2 * entries of the heaviest stays below 2^61.
  ///
  /// @param shift by which integers are divided
  /// @param scale by which others are multiplied: a power of two
  record Units(int shift, double scale) {
    static Units of(Csr graph, Pace pace) {
      long heaviestWhole = 0;
      double heaviest = 0;
      boolean whole = graph.weightType().isInteger();
      for (long e = 0; e < graph.entries(); e++) {
        double weight = Weights.asDouble(graph, e);
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(Messages.weight(graph, e));
        }
        heaviest = Math.max(heaviest, weight);
        heaviestWhole = whole ? Math.max(heaviestWhole, Weights.asLong(graph, e)) : 0;
        pace.step(0);
      }
      int spare = 61 - bitLength(2 * graph.entries());
      if (whole) {
        return new Units(Math.max(0, bitLength(heaviestWhole) - spare), 0);
      }
      int above = Math.getExponent(heaviest) + 1;
      return new Units(0, Math.scalb(1.0, Math.min(spare - above, 1000)));
    }

    long of(Csr graph, long entry) {
      return graph.weightType() == WeightType.NONE
          ? 1
          : graph.weightType().isInteger()
              ? Weights.asLong(graph, entry) >> shift
              : (long) (Weights.asDouble(graph, entry) * scale + 0.5);
    }

    private static int bitLength(long value) {
      return Long.SIZE - Long.numberOfLeadingZeros(value);
    }
  }
}
