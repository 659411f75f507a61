package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Closeness;
import dev.gatun.graph.ClosenessResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.DistanceSums;
import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.MultiSourceBfsResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrMsbfsParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form, @ForAll("counts") int count, @ForAll boolean perVertex) {
    try (CsrGraph graph = form.build()) {
      MultiSourceBfs searches = MultiSourceBfs.from(sources(form, count)).perVertex(perVertex);
      assertParity(run -> figures(graph, searches, run));
    }
  }

  @NeedsNatives
  @Property(tries = 15)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll("counts") int count) {
    try (CsrGraph graph = form.build()) {
      MultiSourceBfs searches = MultiSourceBfs.from(sources(form, count)).perVertex(true);
      assertParity(run -> figures(graph, searches, run));
    }
  }

  @NeedsNatives
  @Property(tries = 100)
  void nativeClosenessEqualsJava(
      @ForAll("graphs") TestGraph form, @ForAll("closeness") Closeness options) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, options, run));
    }
  }

  @Property(tries = 150)
  void javaSumsDistances(@ForAll("tinyGraphs") TestGraph form) {
    try (CsrGraph graph = form.build()) {
      int[][] distances = distances(graph);
      int n = distances.length;
      int[] sources = IntStream.range(0, n).toArray();
      Object[] figures =
          figures(graph, MultiSourceBfs.from(sources).perVertex(true), Setup.JAVA.options());
      int[][] turned = new int[n][n];
      for (int s = 0; s < n; s++) {
        for (int v = 0; v < n; v++) {
          turned[v][s] = distances[s][v];
        }
      }
      assertSums(distances, figures, 1);
      assertSums(turned, figures, 5);
      int[] farthest =
          Arrays.stream(distances).mapToInt(d -> Arrays.stream(d).max().orElse(0)).toArray();
      assertArrayEquals(farthest, (int[]) figures[4]);
    }
  }

  private static void assertSums(int[][] distances, Object[] figures, int at) {
    for (int s = 0; s < distances.length; s++) {
      int[] reached = Arrays.stream(distances[s]).filter(d -> d >= 0).toArray();
      assertEquals(reached.length, ((long[]) figures[at])[s], "reached");
      assertEquals(Arrays.stream(reached).sum(), ((long[]) figures[at + 1])[s], "sum");
      double inverse = Arrays.stream(reached).filter(d -> d > 0).mapToDouble(d -> 1.0 / d).sum();
      double[] inverses = (double[]) figures[at == 1 ? 3 : 7];
      assertEquals(inverse, inverses[s], 1e-12 * (1 + inverse), "inverse");
    }
  }

  @Property(tries = 100)
  void closenessKeepsItsDefinition(
      @ForAll("tinyGraphs") TestGraph form, @ForAll boolean corrected, @ForAll boolean normalised) {
    try (CsrGraph graph = form.build()) {
      int[][] distances = distances(graph);
      int n = distances.length;
      Closeness options = Closeness.exact().wassermanFaust(corrected).normalised(normalised);
      Closeness all = new Closeness(n, 3, corrected, normalised);
      for (Closeness one : new Closeness[] {options, all}) {
        Object[] figures = figures(graph, one, Setup.JAVA.options());
        for (int v = 0; v < n; v++) {
          int[] others = Arrays.stream(distances[v]).filter(d -> d > 0).toArray();
          double sum = Arrays.stream(others).sum();
          double closeness = sum == 0 ? 0 : others.length / sum;
          closeness *= corrected ? others.length / Math.max(1.0, n - 1) : 1;
          double harmonic = Arrays.stream(others).mapToDouble(d -> 1.0 / d).sum();
          harmonic /= normalised ? Math.max(1, n - 1) : 1;
          assertEquals(closeness, ((double[]) figures[0])[v], 1e-12, "closeness");
          assertEquals(harmonic, ((double[]) figures[1])[v], 1e-12, "harmonic");
        }
      }
    }
  }

  /// A sample of all vertices but one differs little from all of them, in every direction.
  @Property(tries = 50)
  void samplesMeasureFromTheVertex(@ForAll("tinyGraphs") TestGraph form, @ForAll long seed) {
    try (CsrGraph graph = form.build()) {
      int n = graph.vertices();
      int[][] distances = distances(graph);
      if (n < 3) {
        return;
      }
      double[] harmonic =
          (double[]) figures(graph, Closeness.sampled(n - 1, seed), Setup.JAVA.options())[1];
      // The one that was left out is the same for all vertices.
      boolean fits =
          IntStream.range(0, n)
              .anyMatch(
                  out ->
                      IntStream.range(0, n)
                          .allMatch(
                              v -> Math.abs(estimate(distances[v], v, out) - harmonic[v]) < 1e-12));
      assertEquals(true, fits, () -> Arrays.toString(harmonic));
    }
  }

  private static double estimate(int[] distances, int v, int out) {
    int n = distances.length;
    double sum =
        IntStream.range(0, n)
            .filter(s -> s != out && distances[s] > 0)
            .mapToDouble(s -> 1.0 / distances[s])
            .sum();
    return sum * (n - 1) / (n - 1 - (v == out ? 0 : 1));
  }

  /// By relaxing edges until nothing changes; -1 where there is no way.
  private static int[][] distances(CsrGraph graph) {
    int n = graph.vertices();
    int[][] distances = new int[n][n];
    for (int s = 0; s < n; s++) {
      Arrays.fill(distances[s], -1);
      distances[s][s] = 0;
      for (int d = 1; d < n; d++) {
        for (int u = 0; u < n; u++) {
          for (int v : graph.neighbours(u)) {
            if (distances[s][u] == d - 1 && distances[s][v] == -1) {
              distances[s][v] = d;
            }
          }
        }
      }
    }
    return distances;
  }

  private static int[] sources(TestGraph form, int count) {
    return form.vertices(IntStream.range(0, count).map(i -> i * 7).toArray());
  }

  private static Object[] figures(CsrGraph graph, MultiSourceBfs searches, RunOptions run) {
    try (MultiSourceBfsResult result = graph.run(searches, run)) {
      Object[] own = {result.sources().toArray()};
      Object[] byVertex = searches.perVertex() ? figures(result.byVertex()) : new Object[0];
      return Stream.of(
              own,
              figures(result.bySource()),
              new Object[] {result.eccentricities().toArray()},
              byVertex)
          .flatMap(Arrays::stream)
          .toArray();
    }
  }

  private static Object[] figures(DistanceSums sums) {
    return new Object[] {
      sums.reached().toArray(), sums.distances().toArray(), sums.inverses().toArray()
    };
  }

  private static Object[] figures(CsrGraph graph, Closeness options, RunOptions run) {
    try (ClosenessResult result = graph.run(options, run)) {
      return new Object[] {
        result.closeness().toArray(), result.harmonic().toArray(), result.sources()
      };
    }
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.of(0, 1, 2, 64, 65, 129, 300, 512, 513, 1100);
  }

  @Provide
  Arbitrary<Closeness> closeness() {
    return Arbitraries.of(
        Closeness.exact(),
        Closeness.exact().wassermanFaust(false).normalised(true),
        Closeness.sampled(3, 1),
        Closeness.sampled(70, 2).normalised(true));
  }
}
