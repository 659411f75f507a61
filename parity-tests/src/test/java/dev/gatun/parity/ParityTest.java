package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.support.Edges;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/// A kernel against its twin: the Java reference says what is right, and every CPU tier of this
/// machine with 1, 2, 3 and 4 workers must say the same, errors included.
abstract class ParityTest {

  /// One call of a kernel, as its figures.
  @FunctionalInterface
  interface Call {
    Object[] run(RunOptions options) throws Exception;
  }

  /// Asserts that all setups come to the same outcome, bit for bit.
  static void assertParity(Call call) {
    Outcome expected = outcome(Setup.JAVA, call);
    for (Setup setup : Setup.natives()) {
      assertEquals(expected, outcome(setup, call), setup::toString);
    }
  }

  static Outcome outcome(Setup setup, Call call) {
    return setup.run(options -> Outcome.of(() -> call.run(options)));
  }

  /// Graphs of any form, weights from 0 up.
  @Provide
  Arbitrary<TestGraph> graphs() {
    return GraphArbitraries.graphs(GraphArbitraries.edges(Palette.lengths()));
  }

  /// Small enough for an oracle that tries everything.
  @Provide
  Arbitrary<TestGraph> tinyGraphs() {
    return GraphArbitraries.graphs(GraphArbitraries.tinyEdges(Palette.lengths()));
  }

  /// Thousands of edges.
  @Provide
  Arbitrary<TestGraph> largerGraphs() {
    return GraphArbitraries.graphs(GraphArbitraries.largerEdges(Palette.lengths()));
  }

  /// Edges with weights of any value.
  @Provide
  Arbitrary<Edges> anyEdges() {
    return GraphArbitraries.edges(Palette.any());
  }

  /// Up to three vertices, by [TestGraph#vertices].
  @Provide
  Arbitrary<int[]> picks() {
    return Arbitraries.integers().between(0, 1000).array(int[].class).ofMaxSize(3);
  }
}
