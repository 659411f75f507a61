package dev.gatun.graph;

import static dev.gatun.graph.EdgeTexts.DENSE;
import static dev.gatun.graph.EdgeTexts.READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files of others, below the directory in `gatun.corpus.dir`.
class EdgeListCorpusTest {
  private static final Path GRAPHS =
      Path.of(System.getProperty("gatun.corpus.dir", "../../shared/data"), "graph");

  @BeforeAll
  static void corpusIsThere() {
    Assumptions.assumeTrue(Files.isDirectory(GRAPHS), "no corpus in " + GRAPHS);
  }

  private static List<Path> files(String folder, String glob) throws IOException {
    try (Stream<Path> all = Files.list(GRAPHS.resolve(folder))) {
      List<Path> files =
          all.filter(file -> file.getFileName().toString().matches(glob)).sorted().toList();
      assertFalse(files.isEmpty());
      return files;
    }
  }

  private static String value(String manifest, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\":\\s*\"?([^\",\\n]*)").matcher(manifest);
    assertTrue(matcher.find(), key);
    return matcher.group(1);
  }

  @Test
  void edgeListsAsTheirManifestsSay() throws IOException {
    for (Path manifestFile : files("", ".*\\.json")) {
      String manifest = Files.readString(manifestFile);
      Path file = GRAPHS.resolve(value(manifest, "file"));
      EdgeListReader reader = value(manifest, "ids").equals("dense") ? DENSE : READER;
      int n = Integer.parseInt(value(manifest, "n"));
      try (EdgeList read = reader.read(file);
          EdgeList edges = read.withVertices(n)) {
        String name = file.toString();
        assertEquals(Long.parseLong(value(manifest, "m_input")), edges.size(), name);
        assertTrue(read.vertices() <= n, name);
        assertEquals(n, edges.vertices(), name);
        assertEquals(
            Boolean.parseBoolean(value(manifest, "weighted")),
            edges.weightType() != WeightType.NONE,
            name);
        long loops = 0;
        for (long i = 0; i < edges.size(); i++) {
          loops += edges.source(i) == edges.target(i) ? 1 : 0;
        }
        assertEquals(Long.parseLong(value(manifest, "self_loops")), loops, name);
        assertEquals(Files.size(file), edges.bytesRead(), name);
      }
    }
  }

  @Test
  void matricesThatCanBeGraphs() throws IOException {
    for (Path file : files("mtx", ".*\\.mtx")) {
      if (isMangled(file) || !isSquareCoordinate(file)) {
        InputFormatException e =
            assertThrows(InputFormatException.class, () -> READER.read(file), file.toString());
        assertTrue(e.line() > 0, e.getMessage());
        continue;
      }
      String[] size = size(file);
      try (EdgeList edges = READER.read(file)) {
        assertEquals(Integer.parseInt(size[0]), edges.vertices(), file.toString());
        assertEquals(Long.parseLong(size[2]), edges.size(), file.toString());
        assertEquals(firstLine(file).contains("symmetric"), edges.symmetric(), file.toString());
        assertEquals(
            firstLine(file).contains("pattern"),
            edges.weightType() == WeightType.NONE,
            file.toString());
      }
    }
  }

  private static boolean isMangled(Path file) {
    return file.getFileName().toString().startsWith("mangled");
  }

  private static boolean isSquareCoordinate(Path file) throws IOException {
    String[] size = size(file);
    return firstLine(file).contains("coordinate") && size[0].equals(size[1]);
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readAllLines(file).getFirst();
  }

  private static String[] size(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("%"))
        .findFirst()
        .orElseThrow()
        .strip()
        .split("\\s+");
  }

  @Test
  void ldbcEdges() throws IOException {
    for (String folder : List.of("ldbc/example", "ldbc/sssp")) {
      for (Path file : files(folder, ".*\\.e")) {
        try (EdgeList edges = READER.read(file)) {
          assertEquals(Files.readAllLines(file).size(), edges.size(), file.toString());
        }
      }
    }
  }
}
