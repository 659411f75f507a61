package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// One way to run the demo's steps: an engine and a number of threads.
record DemoContender(Engine engine, int threads) {
  /// Timed runs of a step; fewer when it takes long.
  static final int RUNS = 5;

  private static final int WARM_UP_RUNS = 3;
  private static final long WARM_UP = Duration.ofMillis(500).toNanos();
  private static final long ENOUGH_WARM_UP = Duration.ofMillis(1500).toNanos();
  private static final long ENOUGH_RUNS = Duration.ofMillis(2500).toNanos();

  /// What a step came to.
  ///
  /// @param step its name
  /// @param millis median wall time
  /// @param answer what must agree with other contenders
  record Outcome(String step, double millis, List<Object> answer) {}

  private record Timed<T>(double millis, T result) {}

  /// `native_1`, `native_n`: the same name on every machine.
  String key() {
    return engine == Engine.JAVA ? "java" : threads == 1 ? "native_1" : "native_n";
  }

  /// `native, 2 threads`.
  String label() {
    return engine == Engine.JAVA ? "Java" : "native, " + Units.count(threads, "thread", "threads");
  }

  /// Runs all steps, the graph's build first.
  List<Outcome> run(EdgeList edges, Progress progress) throws Exception {
    return Gatun.scoped(
        RunOptions.defaults().engine(engine).threads(threads), () -> runSteps(edges, progress));
  }

  private List<Outcome> runSteps(EdgeList edges, Progress progress) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    progress.stage("CSR build, " + label());
    Timed<CsrGraph> built = time(() -> CsrGraph.builder().undirected().build(edges));
    try (CsrGraph graph = built.result()) {
      outcomes.add(new Outcome("CSR build", built.millis(), DemoStep.answer(graph)));
      int source = busiest(graph);
      for (DemoStep<?> step : DemoStep.ALGORITHMS) {
        progress.stage(step.name() + ", " + label());
        outcomes.add(runStep(step, graph, source));
      }
    }
    return outcomes;
  }

  private static <R extends AutoCloseable> Outcome runStep(
      DemoStep<R> step, CsrGraph graph, int source) throws Exception {
    Timed<R> timed = time(() -> step.run().apply(graph, source));
    try (R result = timed.result()) {
      return new Outcome(step.name(), timed.millis(), step.answer().apply(result));
    }
  }

  private static int busiest(CsrGraph graph) {
    int[] first =
        Top.largest(
            graph.vertices(),
            1,
            _ -> true,
            (a, b) -> Integer.compare(graph.outDegree(a), graph.outDegree(b)));
    return first[0];
  }

  /// The median time of a call after warm-up, and the result of its last run.
  private static <T extends AutoCloseable> Timed<T> time(Supplier<T> call) throws Exception {
    long start = System.nanoTime();
    for (int run = 0; ; run++) {
      long spent = System.nanoTime() - start;
      if (spent > ENOUGH_WARM_UP || (run >= WARM_UP_RUNS && spent > WARM_UP)) {
        break;
      }
      call.get().close();
    }
    double[] millis = new double[RUNS];
    int runs = 0;
    T result;
    start = System.nanoTime();
    while (true) {
      long begin = System.nanoTime();
      result = call.get();
      long end = System.nanoTime();
      millis[runs++] = (end - begin) / 1e6;
      if (runs == RUNS || end - start > ENOUGH_RUNS) {
        break;
      }
      result.close();
    }
    Arrays.sort(millis, 0, runs);
    return new Timed<>((millis[(runs - 1) / 2] + millis[runs / 2]) / 2, result);
  }
}
