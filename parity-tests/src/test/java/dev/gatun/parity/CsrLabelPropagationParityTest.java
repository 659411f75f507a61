package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CsrLabelPropagationParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form, @ForAll @IntRange(max = 30) int iterations) {
    assertPropagationParity(form, iterations);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll @IntRange(max = 30) int iterations) {
    assertPropagationParity(form, iterations);
  }

  private static void assertPropagationParity(TestGraph form, int iterations) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, iterations, run));
    }
  }

  @Property(tries = 200)
  void javaCountsNeighboursLabels(
      @ForAll("tinyGraphs") TestGraph form, @ForAll @IntRange(max = 12) int iterations) {
    try (CsrGraph graph = form.build();
        CsrGraph turned = graph.transpose(Setup.JAVA.options())) {
      List<Integer> labels = new ArrayList<>();
      for (int v = 0; v < graph.vertices(); v++) {
        labels.add(v);
      }
      for (int i = 0; i < iterations; i++) {
        List<Integer> next = new ArrayList<>();
        for (int v = 0; v < graph.vertices(); v++) {
          List<Integer> met = new ArrayList<>();
          for (int u : graph.neighbours(v)) {
            met.add(labels.get(u));
          }
          for (int u : graph.isDirected() ? turned.neighbours(v) : new int[0]) {
            met.add(labels.get(u));
          }
          next.add(met.isEmpty() ? labels.get(v) : mostFrequent(met));
        }
        labels = next;
      }
      int[] expected = labels.stream().mapToInt(label -> label).toArray();
      Object[] actual = figures(graph, iterations, Setup.JAVA.options());
      assertArrayEquals(expected, (int[]) actual[0]);
    }
  }

  private static int mostFrequent(List<Integer> labels) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    labels.forEach(label -> counts.merge(label, 1, Integer::sum));
    int most = Collections.max(counts.values());
    return counts.keySet().stream().filter(label -> counts.get(label) == most).findFirst().get();
  }

  private static Object[] figures(CsrGraph graph, int iterations, RunOptions run) {
    LabelPropagation algorithm = LabelPropagation.defaults().maxIterations(iterations);
    try (CommunitiesResult result = graph.run(algorithm, run)) {
      return new Object[] {
        result.rawLabels().toArray(),
        result.labels().toArray(),
        result.compact().toArray(),
        result.count(),
        result.iterations(),
        result.converged(),
        result.modularity()
      };
    }
  }
}
