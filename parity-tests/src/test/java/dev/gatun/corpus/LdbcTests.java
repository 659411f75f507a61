package dev.gatun.corpus;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Tests on the validation graphs of LDBC Graphalytics in `graph/ldbc` of the corpus, each on every
/// setup.
final class LdbcTests {
  private LdbcTests() {}

  /// Compares a result with the expected values of all vertices.
  interface Check {
    void run(CsrGraph graph, LdbcGraph given, String[] expected, RunOptions run);
  }

  /// The validation graphs of an algorithm, as vertex lists.
  static Stream<DynamicTest> validation(String algorithm, Check check) {
    return validation(
        algorithm, (folder, name) -> LdbcGraph.ofVertexList(folder.resolve(name)), check);
  }

  /// The same where edges have weights.
  static Stream<DynamicTest> weightedValidation(String algorithm, Check check) {
    return validation(algorithm, LdbcGraph::ofEdges, check);
  }

  private interface Reading {
    LdbcGraph read(Path folder, String name);
  }

  private static Stream<DynamicTest> validation(String algorithm, Reading reading, Check check) {
    Path folder = Corpus.folder("graph/ldbc").resolve(algorithm);
    return Stream.of("dir", "undir")
        .flatMap(
            name ->
                onAll(
                    name,
                    reading.read(folder, name + "-input"),
                    name.equals("dir"),
                    folder.resolve(name + "-output"),
                    check));
  }

  /// Both forms of the two example graphs: with weights, and as vertex lists.
  static Stream<DynamicTest> examples(String algorithm, Check check) {
    Path folder = Corpus.folder("graph/ldbc/example");
    return Stream.concat(
        weightedExamples(algorithm, check),
        exampleNames()
            .flatMap(
                name ->
                    onExample(
                        name + "-input",
                        LdbcGraph.ofVertexList(folder.resolve(name + "-input")),
                        folder.resolve(name + "-" + algorithm),
                        check)));
  }

  /// The example graphs with weights only.
  static Stream<DynamicTest> weightedExamples(String algorithm, Check check) {
    Path folder = Corpus.folder("graph/ldbc/example");
    return exampleNames()
        .flatMap(
            name ->
                onExample(
                    name + ".e",
                    LdbcGraph.ofEdges(folder, name),
                    folder.resolve(name + "-" + algorithm),
                    check));
  }

  private static Stream<String> exampleNames() {
    return Stream.of("example-directed", "example-undirected");
  }

  private static Stream<DynamicTest> onExample(
      String name, LdbcGraph given, Path output, Check check) {
    return onAll(name, given, name.startsWith("example-directed"), output, check);
  }

  private static Stream<DynamicTest> onAll(
      String name, LdbcGraph given, boolean directed, Path output, Check check) {
    String[] expected = given.values(output);
    return Corpus.setups().stream()
        .map(
            setup ->
                Named.test(
                    name + " on " + setup, () -> on(setup, given, directed, expected, check)));
  }

  private static void on(
      Setup setup, LdbcGraph given, boolean directed, String[] expected, Check check) {
    RunOptions run = setup.options();
    try (CsrGraph graph = CsrGraph.builder().directed(directed).build(given.edges().list(), run)) {
      check.run(graph, given, expected, run);
    }
  }
}
