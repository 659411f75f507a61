package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The figures of the manifests that come from going through a graph in depth.
class SearchCorpusTest {

  @TestFactory
  Stream<DynamicContainer> manifests() {
    Path folder = Corpus.folder("graph");
    return Corpus.files(folder, ".json").stream()
        .map(Manifest::read)
        .map(manifest -> dynamicContainer(manifest.toString(), setups(manifest)));
  }

  private static Stream<DynamicTest> setups(Manifest manifest) {
    return Corpus.setups().stream()
        .map(setup -> Named.test(manifest + " on " + setup, () -> check(manifest, setup)));
  }

  private static void check(Manifest manifest, Setup setup) {
    try (CorpusGraph read = CorpusGraph.read(manifest, setup)) {
      checkDfs(read, manifest.group("dfs"));
    }
  }

  private static void checkDfs(CorpusGraph read, Map<String, Object> expected) {
    int source = (int) expected.get("source");
    try (DepthFirstResult result = read.graph().run(DepthFirst.from(source), read.run())) {
      int[] preorder = result.preorder().toArray();
      assertEquals(number(expected, "reached"), result.reached(), "reached");
      List<?> first = (List<?>) expected.get("preorder_first");
      assertEquals(
          first, Arrays.stream(preorder).limit(first.size()).boxed().toList(), "preorder_first");
      assertEquals(number(expected, "preorder_crc32"), Checksums.ofInts(preorder), "preorder");
      assertEquals(
          number(expected, "postorder_crc32"),
          Checksums.ofInts(result.postorder().toArray()),
          "postorder");
      assertEquals(
          number(expected, "parent_crc32"),
          Checksums.ofInts(result.parents().toArray()),
          "parents");
    }
  }

  private static long number(Map<String, Object> group, String name) {
    return ((Number) group.get(name)).longValue();
  }
}
