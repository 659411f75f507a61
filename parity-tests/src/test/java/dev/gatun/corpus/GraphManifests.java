package dev.gatun.corpus;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.gatun.support.Named;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/// The manifests in `graph/` of the corpus.
final class GraphManifests {
  private GraphManifests() {}

  static Stream<Manifest> all() {
    return Corpus.files(Corpus.folder("graph"), ".json").stream().map(Manifest::read);
  }

  /// A test for each of them on each setup.
  static Stream<DynamicContainer> tests(BiConsumer<Manifest, CorpusGraph> check) {
    return tests(_ -> true, check);
  }

  /// The same for some of them.
  static Stream<DynamicContainer> tests(
      Predicate<Manifest> wanted, BiConsumer<Manifest, CorpusGraph> check) {
    return all()
        .filter(wanted)
        .map(
            manifest ->
                dynamicContainer(
                    manifest.toString(),
                    Corpus.setups().stream()
                        .map(
                            setup ->
                                Named.test(
                                    manifest + " on " + setup,
                                    () -> {
                                      try (CorpusGraph graph = CorpusGraph.read(manifest, setup)) {
                                        check.accept(manifest, graph);
                                      }
                                    }))));
  }
}
