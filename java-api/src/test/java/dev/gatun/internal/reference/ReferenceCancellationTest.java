package dev.gatun.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.Engine;
import dev.gatun.OperationCancelledException;
import dev.gatun.RunOptions;
import dev.gatun.graph.Dangling;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.GreedyOrder;
import dev.gatun.graph.Parents;
import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.CsrBipartite;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.kernel.CsrColouring;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrDfs;
import dev.gatun.internal.kernel.CsrPagerank;
import dev.gatun.internal.kernel.CsrScc;
import dev.gatun.internal.kernel.CsrSssp;
import dev.gatun.internal.kernel.CsrToposort;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCancellationTest {
  private static final int VERTICES = 20_000;
  private static final Csr PATH = Given.path(VERTICES);

  private static MemorySegment ints() {
    return MemorySegment.ofArray(new int[VERTICES]);
  }

  private static MemorySegment doubles() {
    return MemorySegment.ofArray(new double[VERTICES]);
  }

  static Stream<Named<Consumer<Execution>>> kernels() {
    MemorySegment source = MemorySegment.ofArray(new int[] {0});
    return Stream.of(
        kernel("check", e -> new CsrCheckReference().run(new CsrCheck.Args(PATH), e)),
        kernel("build", ReferenceCancellationTest::build),
        kernel(
            "bfs",
            e ->
                new CsrBfsReference()
                    .run(new CsrBfs.Args(PATH, null, source, -1, Parents.NONE, ints(), null), e)),
        kernel("pagerank", e -> pagerank(1, e)),
        kernel(
            "components",
            e ->
                new CsrComponentsReference()
                    .run(new CsrComponents.Args(PATH, null, ints(), null), e)),
        kernel("dfs", ReferenceCancellationTest::dfs),
        kernel("scc", e -> new CsrSccReference().run(new CsrScc.Args(PATH, ints(), null), e)),
        kernel(
            "toposort",
            e -> new CsrToposortReference().run(new CsrToposort.Args(PATH, ints(), ints()), e)),
        kernel(
            "bipartite",
            e -> new CsrBipartiteReference().run(new CsrBipartite.Args(PATH, PATH, ints()), e)),
        kernel(
            "colouring",
            e ->
                new CsrColouringReference()
                    .run(new CsrColouring.Args(PATH, PATH, GreedyOrder.ID, false, ints()), e)),
        kernel(
            "sssp",
            e ->
                new CsrSsspReference()
                    .run(new CsrSssp.Args(PATH, source, SsspMethod.AUTO, 0, doubles(), null), e)));
  }

  private static Named<Consumer<Execution>> kernel(String name, Consumer<Execution> call) {
    return Named.of(name, call);
  }

  private static void dfs(Execution execution) {
    CsrDfs.Args args =
        new CsrDfs.Args(PATH, null, -1, ints(), ints(), ints(), ints(), ints(), ints());
    new CsrDfsReference().run(args, execution);
  }

  private static void build(Execution execution) {
    CsrBuild.Tuples loops = new CsrBuild.Tuples(ints(), ints(), 1, VERTICES, null, WeightType.NONE);
    new CsrBuildReference()
        .run(
            new CsrBuild.Args(
                1, loops, false, false, false, Duplicates.KEEP, true, execution.scratch()),
            execution);
  }

  private static void pagerank(long iterations, Execution execution) {
    new CsrPagerankReference()
        .run(
            new CsrPagerank.Args(
                PATH,
                PATH.offsets(),
                null,
                0.85,
                0,
                iterations,
                null,
                Dangling.TELEPORT,
                false,
                false,
                doubles()),
            execution);
  }

  private static Execution execution(RunOptions options) {
    return Execution.begin("test", options.engine(Engine.JAVA));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void endsWhenCancelled(Consumer<Execution> kernel) {
    CancellationToken token = new CancellationToken();
    token.cancel();
    try (Execution execution = execution(RunOptions.defaults().cancelledBy(token))) {
      assertThrows(OperationCancelledException.class, () -> kernel.accept(execution));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void endsWhenInterrupted(Consumer<Execution> kernel) {
    try (Execution execution = execution(RunOptions.defaults())) {
      Thread.currentThread().interrupt();
      assertThrows(OperationCancelledException.class, () -> kernel.accept(execution));
      assertTrue(Thread.currentThread().isInterrupted());
    } finally {
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void reportsProgressThatDoesNotPassItsTotal(Consumer<Execution> kernel) {
    List<String> wrong = new ArrayList<>();
    AtomicLong reports = new AtomicLong();
    RunOptions options =
        RunOptions.defaults()
            .progress(
                (_, done, total) -> {
                  reports.incrementAndGet();
                  if (done < 0 || done > total) {
                    wrong.add(done + " of " + total);
                  }
                });
    try (Execution execution = execution(options)) {
      kernel.accept(execution);
    }
    assertTrue(reports.get() > 0);
    assertEquals(List.of(), wrong);
  }

  @Test
  void endsWithinFiftyMilliseconds() throws InterruptedException {
    // The best of a few tries: the machine may be busy with something else.
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      best = Math.min(best, nanosFromCancelToEnd());
    }
    assertTrue(best < 50_000_000, best + " ns");
  }

  private static long nanosFromCancelToEnd() throws InterruptedException {
    CancellationToken token = new CancellationToken();
    AtomicLong end = new AtomicLong();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Execution execution = execution(RunOptions.defaults().cancelledBy(token))) {
                    pagerank(Long.MAX_VALUE, execution);
                  } catch (OperationCancelledException e) {
                    end.set(System.nanoTime());
                  }
                });
    Thread.sleep(50);
    long start = System.nanoTime();
    token.cancel();
    caller.join();
    return end.get() - start;
  }
}
