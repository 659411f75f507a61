package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Triangles, clustering, cores and similarity on a graph small enough to know every answer.
final class GraphClusteringCommandsTest {
  /// A triangle a, b, c with an edge both ways between b and c, and d hanging on c.
  private static final String FRIENDS =
      """
      a,b
      c,a
      b,c
      c,b
      c,d
      """;

  @TempDir private Path folder = Path.of("");
  private Path friends = Path.of("");

  @BeforeEach
  void write() throws IOException {
    friends = Files.writeString(folder.resolve("friends.csv"), FRIENDS);
  }

  @Test
  void trianglesIgnoreDirection() {
    Cli run = Cli.run("graph", "triangles", friends, "--json", "--top", 2);
    assertEquals(1, run.succeeded().json("triangles"));
    assertEquals(0.6, run.json("transitivity"));
    assertEquals(
        List.of(
            Map.of("vertex", "a", "triangles", 1, "clustering", 1.0),
            Map.of("vertex", "b", "triangles", 1, "clustering", 1.0)),
        run.json("top"));
  }

  @Test
  void clusteringCountsEdgesEachWay() {
    Cli run = Cli.run("graph", "clustering", friends, "--json", "--directed");
    assertEquals(
        List.of(
            Map.of("vertex", "a", "clustering", 1.0),
            Map.of("vertex", "b", "clustering", 0.5),
            Map.of("vertex", "c", "clustering", 1 / 6.0)),
        run.succeeded().json("top"));
  }

  @Test
  void coresAreListedFromTheInside() throws IOException {
    Path out = folder.resolve("cores.csv");
    Cli run = Cli.run("graph", "kcore", friends, "--json", "--out", out);
    assertEquals(2, run.succeeded().json("degeneracy"));
    assertEquals(3, run.json("innermost"));
    assertEquals(
        List.of(
            Map.of("core", 2, "vertices", 3, "vertices_at_least", 3),
            Map.of("core", 1, "vertices", 1, "vertices_at_least", 4),
            Map.of("core", 0, "vertices", 0, "vertices_at_least", 4)),
        run.json("top"));
    assertEquals("vertex,core\na,2\nb,2\nc,2\nd,1\n", Files.readString(out));
  }

  @Test
  void similarityOfOneVertexOrOfAll() {
    Cli one = Cli.run("graph", "similarity", friends, "--json", "--of", "d");
    assertEquals(
        List.of(
            Map.of("vertex", "d", "neighbour", "a", "similarity", 0.5),
            Map.of("vertex", "d", "neighbour", "b", "similarity", 0.5)),
        one.succeeded().json("top"));
    Cli all = Cli.run("graph", "similarity", friends, "--json", "--measure", "overlap", "--top", 1);
    assertEquals(
        List.of(Map.of("vertex", "a", "neighbour", "d", "similarity", 1.0)),
        all.succeeded().json("top"));
    Cli wrong = Cli.run("graph", "similarity", friends, "--least", "2");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("least 2.0 is not in [0, 1]"), wrong.err());
  }
}
