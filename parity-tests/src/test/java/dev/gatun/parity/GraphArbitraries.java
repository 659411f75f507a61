package dev.gatun.parity;

import dev.gatun.graph.Duplicates;
import dev.gatun.support.Edges;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Random graphs: multi-edges, self loops, isolated and dangling vertices, every weight type, no
/// vertex and one vertex, and the shapes that search orders are sensitive to.
final class GraphArbitraries {
  private static final int SMALL = 40;

  private GraphArbitraries() {}

  /// Small graphs whatever their form, with weights of a palette.
  static Arbitrary<Edges> edges(Arbitrary<Palette> palettes) {
    Arbitrary<Edges> forms =
        Arbitraries.frequencyOf(
            Tuple.of(12, scattered(SMALL, 3 * SMALL)),
            Tuple.of(4, shapes()),
            Tuple.of(2, seeded()),
            Tuple.of(1, scattered(2, 3)));
    return painted(forms, palettes);
  }

  /// Graphs small enough for the slowest oracle.
  static Arbitrary<Edges> tinyEdges(Arbitrary<Palette> palettes) {
    return painted(scattered(12, 40), palettes);
  }

  /// Graphs with thousands of edges: every worker gets some.
  static Arbitrary<Edges> largerEdges(Arbitrary<Palette> palettes) {
    return painted(seeded(), palettes);
  }

  /// Graphs as built from such edges, by every choice a builder has.
  static Arbitrary<TestGraph> graphs(Arbitrary<Edges> edges) {
    return Combinators.combine(
            edges,
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(Duplicates.MIN, Duplicates.KEEP),
            Arbitraries.of(true, true, false),
            Arbitraries.of(true, false))
        .as(TestGraph::new);
  }

  /// Without jqwik's edge cases: they are those of each number in a graph, thousands that say
  /// little. The frequencies above see to odd graphs.
  private static Arbitrary<Edges> painted(Arbitrary<Edges> forms, Arbitrary<Palette> palettes) {
    return Combinators.combine(forms, palettes)
        .as((edges, palette) -> palette.paint(edges))
        .withoutEdgeCases();
  }

  /// Tuples of any two vertices. The range is wider than n so that n can shrink by itself.
  private static Arbitrary<Edges> scattered(int mostVertices, int mostTuples) {
    return Combinators.combine(
            Arbitraries.integers().between(0, mostVertices),
            Arbitraries.integers()
                .between(0, mostVertices - 1)
                .tuple2()
                .list()
                .ofMaxSize(mostTuples))
        .as(
            (n, pairs) -> {
              int m = n == 0 ? 0 : pairs.size();
              int[] source = new int[m];
              int[] target = new int[m];
              for (int i = 0; i < m; i++) {
                source[i] = pairs.get(i).get1() % n;
                target[i] = pairs.get(i).get2() % n;
              }
              return Edges.unweighted(n, source, target);
            });
  }

  private static Arbitrary<Edges> shapes() {
    Arbitrary<IntFunction<Edges>> shapes =
        Arbitraries.of(
            Shapes::isolated,
            Shapes::star,
            Shapes::starInwards,
            Shapes::path,
            Shapes::pathBackwards,
            n -> Shapes.shuffledPath(n, n),
            Shapes::cycle,
            n -> Shapes.twoCliques(n % 50));
    return Combinators.combine(shapes, Arbitraries.integers().between(0, 300))
        .as((shape, n) -> shape.apply(n));
  }

  private static Arbitrary<Edges> seeded() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 20_000),
            Arbitraries.longs())
        .as(
            (skewed, scale, m, seed) ->
                skewed ? Shapes.rmat(scale, m, seed) : Shapes.uniform(1 << scale, m, seed));
  }
}
