package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SpanningForestResult;
import dev.gatun.support.Setup;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// `msf_weight` of every manifest in `graph/` of the corpus.
class SpanningCorpusTest {

  @TestFactory
  Stream<DynamicContainer> manifests() {
    return GraphManifests.tests(
        manifest -> manifest.figures().get("msf_weight") != null, SpanningCorpusTest::check);
  }

  private static void check(Manifest manifest, CorpusGraph graph) {
    try (SpanningForestResult forest = graph.weighted().run(SpanningForest.minimum(), graph.run());
        ComponentsResult components = graph.graph().components(graph.run())) {
      assertEquals(manifest.number("msf_weight"), forest.longWeight());
      assertEquals(components.count(), forest.trees());
      assertEquals(manifest.vertices() - components.count(), forest.edges());
      for (int i = 0; i < forest.edges(); i++) {
        int source = forest.sources().get(i);
        int target = forest.targets().get(i);
        assertTrue(source < target);
        assertEquals(graph.weighted().weight(source, target), forest.longWeights().get(i));
      }
    }
  }

  /// The tiny graphs that LAGraph tries its own on, both directions of an edge as one.
  @Test
  void tinyMatrices() {
    assertWeight("msf1.mtx", 5);
    assertWeight("msf2.mtx", 13);
    assertWeight("msf3.mtx", 5);
  }

  private static void assertWeight(String name, long expected) {
    Path file = Corpus.folder("graph/mtx").resolve(name);
    for (Setup setup : Corpus.setups()) {
      try (EdgeList edges = EdgeListReader.defaults().read(file, setup.options());
          CsrGraph graph = CsrGraph.builder().undirected().build(edges, setup.options());
          SpanningForestResult forest = graph.run(SpanningForest.minimum(), setup.options())) {
        assertEquals(expected, forest.weight(), () -> name + " on " + setup);
      }
    }
  }
}
