package dev.gatun.internal.reference;

import static dev.gatun.internal.reference.Given.edge;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.Dangling;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrPagerank;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrPagerankReferenceTest {
  private static final double EXACT = 1e-12;

  /// One run, with the options that a test changes as fields.
  private static final class Run {
    private final Csr inGraph;
    private final long[] outOffsets;
    private double[] outWeightSums;
    private double[] teleport;
    private double tolerance;
    private long maxIterations = 1000;
    private Dangling dangling = Dangling.TELEPORT;
    private boolean singlePrecision;
    private boolean warmStart;
    private double[] ranks;

    /// Edges `{source, target, weight}`; with NONE the weights do not count.
    Run(int vertices, WeightType type, double[]... edges) {
      double[][] reversed =
          Arrays.stream(edges)
              .map(e -> edge((int) e[1], (int) e[0], e[2]))
              .toArray(double[][]::new);
      inGraph = Given.weighted(vertices, type, reversed);
      outOffsets = new long[vertices + 1];
      double[] sums = new double[vertices];
      for (double[] edge : edges) {
        outOffsets[(int) edge[0] + 1]++;
        sums[(int) edge[0]] += edge[2];
      }
      Arrays.parallelPrefix(outOffsets, Long::sum);
      outWeightSums = type == WeightType.NONE ? null : sums;
      ranks = new double[vertices];
      Arrays.fill(ranks, 77);
    }

    CsrPagerank.Result run() {
      try (Execution execution = Given.execution()) {
        return new CsrPagerankReference()
            .run(
                new CsrPagerank.Args(
                    inGraph,
                    MemorySegment.ofArray(outOffsets),
                    outWeightSums == null ? null : MemorySegment.ofArray(outWeightSums),
                    0.85,
                    tolerance,
                    maxIterations,
                    teleport == null ? null : MemorySegment.ofArray(teleport),
                    dangling,
                    singlePrecision,
                    warmStart,
                    MemorySegment.ofArray(ranks)),
                execution);
      }
    }
  }

  private static Run unweighted(int vertices, int[]... edges) {
    return new Run(
        vertices,
        WeightType.NONE,
        Arrays.stream(edges).map(e -> edge(e[0], e[1], 1)).toArray(double[][]::new));
  }

  @Test
  void solvesAGraphByHand() {
    // 0 <-> 1, 2 -> 0: r2 = 0.05, r0 = 0.05 + 0.85 (r1 + r2), r1 = 0.05 + 0.85 r0.
    Run run = unweighted(3, edge(0, 1), edge(1, 0), edge(2, 0));
    run.tolerance = 1e-15;
    CsrPagerank.Result result = run.run();
    double r0 = (0.05 + 0.85 * (0.05 + 0.05)) / (1 - 0.85 * 0.85);
    assertArrayEquals(new double[] {r0, 0.05 + 0.85 * r0, 0.05}, run.ranks, EXACT);
    assertTrue(result.converged());
    assertTrue(result.error() < 1e-15);
    assertTrue(result.iterations() < 1000);
  }

  /// 0 -> 1 with 1 dangling.
  @ParameterizedTest
  @CsvSource({
    "TELEPORT, 0.35087719298245614, 0.6491228070175439",
    "UNIFORM, 0.35087719298245614, 0.6491228070175439",
    "SELF, 0.075, 0.925",
    "DROP, 0.075, 0.13875"
  })
  void sendsDanglingRankWhereAsked(Dangling dangling, double r0, double r1) {
    Run run = unweighted(2, edge(0, 1));
    run.dangling = dangling;
    run.run();
    assertArrayEquals(new double[] {r0, r1}, run.ranks, EXACT);
  }

  /// The same with all jumps to 0.
  @ParameterizedTest
  @CsvSource({
    "TELEPORT, 0.5405405405405406, 0.45945945945945943",
    "UNIFORM, 0.4035087719298246, 0.5964912280701754",
    "SELF, 0.15, 0.85",
    "DROP, 0.15, 0.1275"
  })
  void jumpsToThePersonalisationVector(Dangling dangling, double r0, double r1) {
    Run run = unweighted(2, edge(0, 1));
    run.dangling = dangling;
    run.teleport = new double[] {1, 0};
    run.run();
    assertArrayEquals(new double[] {r0, r1}, run.ranks, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"INT32", "INT64", "FLOAT32", "FLOAT64"})
  void followsEdgesByWeight(WeightType type) {
    // One iteration from 1/4 each. 1 has no edge but one of weight 0: it is dangling, as 2 and 3
    // are.
    Run run = new Run(4, type, edge(0, 1, 3), edge(0, 2, 1), edge(1, 0, 0));
    run.maxIterations = 1;
    CsrPagerank.Result result = run.run();
    double base = 0.15 / 4 + 0.85 * 0.75 / 4;
    double[] expected = {base, base + 0.85 * 0.25 * 0.75, base + 0.85 * 0.25 * 0.25, base};
    assertArrayEquals(expected, run.ranks, EXACT);
    double error = Arrays.stream(expected).map(r -> Math.abs(r - 0.25)).sum();
    assertEquals(error, result.error(), EXACT);
    assertEquals(1, result.iterations());
    assertFalse(result.converged());
  }

  @Test
  void countsParallelEdgesOnceEach() {
    Run run = unweighted(3, edge(0, 1), edge(0, 1), edge(0, 2));
    run.maxIterations = 1;
    run.dangling = Dangling.DROP;
    run.run();
    double[] expected = {0.05, 0.05 + 0.85 / 3 * 2 / 3, 0.05 + 0.85 / 3 / 3};
    assertArrayEquals(expected, run.ranks, EXACT);
  }

  @Test
  void runsNoIterationWhenNoneIsAllowed() {
    Run run = unweighted(4, edge(0, 1));
    run.maxIterations = 0;
    run.tolerance = 1;
    assertEquals(new CsrPagerank.Result(0, false, 0), run.run());
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, run.ranks);
  }

  @Test
  void runsAllIterationsWithToleranceZero() {
    Run run = unweighted(2, edge(0, 1), edge(1, 0));
    run.maxIterations = 7;
    assertEquals(new CsrPagerank.Result(7, false, 0), run.run());
    assertArrayEquals(new double[] {0.5, 0.5}, run.ranks);
  }

  @Test
  void startsFromTheRanksGiven() {
    Run cold = unweighted(3, edge(0, 1), edge(1, 0), edge(2, 0));
    cold.tolerance = 1e-12;
    CsrPagerank.Result first = cold.run();
    Run warm = unweighted(3, edge(0, 1), edge(1, 0), edge(2, 0));
    warm.ranks = cold.ranks.clone();
    warm.warmStart = true;
    warm.tolerance = 1e-12;
    CsrPagerank.Result second = warm.run();
    assertTrue(first.iterations() > 20);
    assertEquals(1, second.iterations());
    assertTrue(second.converged());
  }

  @Test
  void roundsContributionsWhenSinglePrecisionIsEnough() {
    Run run = unweighted(3, edge(0, 1), edge(0, 2), edge(1, 2), edge(2, 0));
    run.maxIterations = 100;
    run.run();
    Run single = unweighted(3, edge(0, 1), edge(0, 2), edge(1, 2), edge(2, 0));
    single.maxIterations = 100;
    single.singlePrecision = true;
    single.run();
    assertArrayEquals(run.ranks, single.ranks, 1e-6);
    assertNotEquals(run.ranks[2], single.ranks[2]);
    assertEquals(1, Arrays.stream(single.ranks).sum(), 1e-6);
  }

  @Test
  void isDoneAtOnceWithoutVertices() {
    assertEquals(new CsrPagerank.Result(0, true, 0), unweighted(0).run());
  }

  /// Rounding must not add up over many equal terms.
  @Test
  void keepsTheSumOfManyRanks() {
    int vertices = 300_000;
    Run run = unweighted(vertices);
    run.maxIterations = 3;
    run.run();
    for (double rank : run.ranks) {
      assertEquals(1.0 / vertices, rank, 1e-15 / vertices);
    }
  }
}
