package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputFormatException;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.WeightType;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The Matrix Market files in `graph/mtx` of the corpus: what is no graph is refused with its
/// place, everything else is read as a scan of its lines says.
class MatrixMarketCorpusTest {

  @TestFactory
  Stream<DynamicTest> files() {
    return Corpus.files(Corpus.folder("graph/mtx"), ".mtx").stream()
        .map(file -> Named.test(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    Scan scan = Scan.of(file);
    if (!scan.isGraph()) {
      InputFormatException e =
          assertThrows(
              InputFormatException.class, () -> EdgeListReader.defaults().read(file).close());
      assertEquals(file.toString(), e.source());
      assertTrue(e.line() > 0, e.getMessage());
      return;
    }
    try (EdgeList edges = EdgeListReader.defaults().read(file)) {
      assertEquals(scan.rows(), edges.vertices());
      assertEquals(scan.entries().size(), edges.size());
      assertEquals(scan.banner().contains("symmetric"), edges.symmetric());
      assertEquals(scan.banner().contains("pattern"), edges.weightType() == WeightType.NONE);
      for (int i = 0; i < edges.size(); i++) {
        String[] entry = scan.entries().get(i).strip().split("\\s+");
        assertEquals(Integer.parseInt(entry[0]) - 1, edges.source(i));
        assertEquals(Integer.parseInt(entry[1]) - 1, edges.target(i));
        assertEquals(entry.length > 2 ? Double.parseDouble(entry[2]) : 1, edges.weight(i));
        assertEquals(entry[0], edges.ids().name(edges.source(i)));
      }
    }
  }

  /// A file as its lines have it.
  private record Scan(String banner, int rows, int columns, List<String> entries, boolean mangled) {
    static Scan of(Path file) {
      List<String> lines = Corpus.lines(file);
      List<String> data =
          lines.stream().filter(line -> !line.startsWith("%") && !line.isBlank()).toList();
      String[] size = data.getFirst().strip().split("\\s+");
      return new Scan(
          lines.getFirst(),
          Integer.parseInt(size[0]),
          Integer.parseInt(size[1]),
          data.subList(1, data.size()),
          file.getFileName().toString().startsWith("mangled"));
    }

    boolean isGraph() {
      return !mangled && banner.contains("coordinate") && rows == columns;
    }
  }

  /// The same graph as `karate.el`.
  @Test
  void karate() {
    Path folder = Corpus.folder("graph");
    Manifest manifest = Manifest.read(folder.resolve("karate.json"));
    Path file = folder.resolve("mtx/karate.mtx");
    for (Setup setup : Corpus.setups()) {
      try (EdgeList edges = EdgeListReader.defaults().read(file, setup.options());
          CsrGraph graph = CsrGraph.builder().build(edges, setup.options());
          ComponentsResult components = graph.components(setup.options())) {
        assertEquals(manifest.number("n"), graph.vertices());
        assertEquals(manifest.number("m"), graph.edges());
        assertEquals(manifest.number("csr_entries"), graph.entries());
        assertEquals(1, components.count());
      }
    }
  }
}
