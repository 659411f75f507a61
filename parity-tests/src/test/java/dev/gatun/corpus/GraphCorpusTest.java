package dev.gatun.corpus;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Every figure of the manifests in `graph/` of the corpus that the graph kernels can give.
class GraphCorpusTest {

  @TestFactory
  Stream<DynamicContainer> manifests() {
    return GraphManifests.all()
        .map(manifest -> dynamicContainer(manifest.toString(), setups(manifest)));
  }

  private static Stream<DynamicContainer> setups(Manifest manifest) {
    return Corpus.setups().stream()
        .map(setup -> dynamicContainer("on " + setup, figures(manifest, setup)));
  }

  /// Reads the file when its turn comes, frees it after the last figure.
  private static Stream<DynamicTest> figures(Manifest manifest, Setup setup) {
    CorpusGraph[] read = new CorpusGraph[1];
    return Stream.of(manifest)
        .flatMap(
            m -> {
              read[0] = CorpusGraph.read(m, setup);
              return tests(m, read[0]).stream();
            })
        .onClose(
            () -> {
              if (read[0] != null) {
                read[0].close();
              }
            });
  }

  private static List<DynamicTest> tests(Manifest manifest, CorpusGraph graph) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(test(graph, "input", graph::checkInput));
    tests.add(test(graph, "degrees", graph::checkDegrees));
    tests.add(test(graph, "wcc", () -> graph.checkComponents(manifest.group("wcc"))));
    for (Map<String, Object> expected : manifest.groups("bfs")) {
      String name = "bfs from " + expected.get("source");
      tests.add(test(graph, name, () -> graph.checkBfs(expected)));
    }
    for (Map<String, Object> expected : manifest.groups("sssp")) {
      String name = "sssp from " + expected.get("source");
      tests.add(test(graph, name, () -> graph.checkSssp(expected)));
    }
    for (String name : List.of("pagerank", "pagerank_weighted", "pagerank_personalized")) {
      Map<String, Object> expected = manifest.group(name);
      if (expected != null) {
        boolean weighted = name.endsWith("weighted");
        tests.add(test(graph, name, () -> graph.checkPageRank(weighted, expected)));
      }
    }
    return tests;
  }

  private static DynamicTest test(CorpusGraph graph, String figure, Executable check) {
    return Named.test(graph + ": " + figure, check);
  }
}
