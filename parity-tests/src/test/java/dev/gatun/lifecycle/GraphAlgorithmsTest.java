package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gatun.CancellationToken;
import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GraphResult;
import dev.gatun.graph.MemoryEstimate;
import dev.gatun.graph.ResultTable;
import dev.gatun.support.Edges;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What holds for every graph algorithm, whatever it computes.
class GraphAlgorithmsTest {
  /// An estimate says at most so many times what is needed, above this.
  private static final double GENEROSITY = 3;

  private static final long SMALL = 4 << 20;

  /// From cancellation to the end of the call. On a busy machine the best of a few counts.
  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int ATTEMPTS = 6;

  private static CsrGraph graph;
  private static CsrGraph large;

  @BeforeAll
  static void prepare() {
    graph = CsrGraph.builder().undirected().build(weighted(Shapes.rmat(14, 120_000, 5)).list());
    large = CsrGraph.builder().undirected().build(weighted(Shapes.rmat(17, 1_500_000, 6)).list());
  }

  private static Edges weighted(Edges edges) {
    return Shapes.weighted(edges, 100, 7);
  }

  @AfterAll
  static void release() {
    graph.close();
    large.close();
  }

  private interface Check {
    void run(GraphAlgorithms algorithm, Setup setup) throws Exception;
  }

  private static Stream<DynamicTest> each(String name, Check check) {
    return Setup.engines().stream()
        .flatMap(
            setup ->
                Arrays.stream(GraphAlgorithms.values())
                    .map(
                        algorithm ->
                            Named.test(
                                algorithm + " " + name + " on " + setup,
                                () -> check.run(algorithm, setup))));
  }

  @TestFactory
  Stream<DynamicTest> needsNoMoreMemoryThanEstimated() {
    return each(
        "needs no more memory than estimated",
        (algorithm, setup) -> {
          MemoryEstimate estimate = graph.estimate(algorithm.of(graph), setup.options());
          long peak;
          try (GraphResult result = graph.run(algorithm.of(graph), setup.options())) {
            peak = result.info().peakBytes();
          }
          assertTrue(peak <= estimate.totalBytes(), () -> peak + " bytes, not " + estimate);
          if (setup.engine() == Engine.NATIVE) {
            assertTrue(
                estimate.totalBytes() <= GENEROSITY * peak + SMALL, () -> peak + " of " + estimate);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsToItsLimitAndGivesEverythingBack() {
    return each(
        "keeps to its limit and gives everything back",
        (algorithm, setup) -> {
          RunOptions run = setup.options();
          long before = liveBytes();
          GraphResult result = graph.run(algorithm.of(graph), run);
          long peak = result.info().peakBytes();
          result.close();
          assertEquals(before, liveBytes());
          graph.run(algorithm.of(graph), run.memoryLimit(peak)).close();
          assertThrows(
              MemoryLimitException.class,
              () -> graph.run(algorithm.of(graph), run.memoryLimit(peak - 1)));
          assertEquals(before, liveBytes());
          assertThrows(IllegalStateException.class, () -> firstValue(result), "after close");
        });
  }

  private static Object firstValue(GraphResult result) {
    return result
        .table()
        .columns()
        .getFirst()
        .values()
        .segment()
        .get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);
  }

  @TestFactory
  Stream<DynamicTest> hasColumnsOfOneLength() {
    return each(
        "has columns of one length",
        (algorithm, setup) -> {
          try (GraphResult result = graph.run(algorithm.of(graph), setup.options())) {
            ResultTable table = result.table();
            assertTrue(!table.columns().isEmpty());
            if (table.perVertex()) {
              assertEquals(graph.vertices(), table.rows());
            }
            long names = table.columns().stream().map(c -> c.name()).distinct().count();
            assertEquals(table.columns().size(), names, "distinct names");
            table.columns().forEach(c -> assertTrue(c.name().matches("[a-z][a-z0-9_]*"), c.name()));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> takesGraphsWithoutEdges() {
    return each(
        "takes graphs without edges",
        (algorithm, setup) -> {
          for (int n = 0; n < 3; n++) {
            try (CsrGraph empty =
                CsrGraph.builder().undirected().build(weighted(Shapes.isolated(n)).list())) {
              try (GraphResult result = empty.run(algorithm.of(empty), setup.options())) {
                ResultTable table = result.table();
                assertTrue(!table.perVertex() || table.rows() == n);
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesAClosedGraph() {
    return each(
        "refuses a closed graph",
        (algorithm, setup) -> {
          CsrGraph closed = CsrGraph.builder().undirected().build(weighted(Shapes.path(5)).list());
          var call = algorithm.of(closed);
          closed.close();
          assertThrows(IllegalStateException.class, () -> closed.run(call, setup.options()));
        });
  }

  @TestFactory
  Stream<DynamicTest> reportsItsProgress() {
    return each(
        "reports its progress",
        (algorithm, setup) -> {
          AtomicLong last = new AtomicLong(-1);
          RunOptions run =
              setup
                  .options()
                  .progress(
                      (stage, done, total) -> {
                        assertTrue(total == 0 || done <= total, stage + " " + done + "/" + total);
                        last.set(total - done);
                      });
          graph.run(algorithm.of(graph), run).close();
          assertEquals(0, last.get(), "the last report is of the end");
        });
  }

  @TestFactory
  Stream<DynamicTest> endsSoonAfterCancellation() {
    return each(
        "ends soon after cancellation",
        (algorithm, setup) -> {
          long before = liveBytes();
          long[] latencies = new long[ATTEMPTS];
          for (int i = 0; i < ATTEMPTS; i++) {
            latencies[i] = cancelled(algorithm, setup.options());
            assertEquals(before, liveBytes());
            if (latencies[i] < LIMIT) {
              return;
            }
          }
          fail("it took ns: " + Arrays.toString(latencies));
        });
  }

  /// Nanoseconds from the cancellation, three milliseconds after the first report, to the end of
  /// the call; 0 when it had ended by itself.
  private static long cancelled(GraphAlgorithms algorithm, RunOptions run) throws Exception {
    CancellationToken token = new CancellationToken();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicLong cancelled = new AtomicLong();
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    begun.await();
                    TimeUnit.MILLISECONDS.sleep(3);
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  cancelled.set(System.nanoTime());
                  token.cancel();
                });
    boolean ended = false;
    try (GraphResult _ =
        large.run(
            algorithm.of(large), run.cancelledBy(token).progress((_, _, _) -> begun.countDown()))) {
      begun.countDown();
    } catch (OperationCancelledException e) {
      ended = true;
    }
    long end = System.nanoTime();
    canceller.join();
    return ended ? end - cancelled.get() : 0;
  }

  private static long liveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }
}
