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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `gatun graph communities` on two triangles with an edge between them.
final class GraphCommunitiesTest {
  @TempDir private Path folder = Path.of("");
  private Path triangles = Path.of("");

  @BeforeEach
  void write() throws IOException {
    triangles =
        Files.writeString(
            folder.resolve("triangles.csv"), "a,b,1\na,c,1\nb,c,1\nd,e,1\nd,f,1\ne,f,1\nc,d,9\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leiden", "louvain", "labels"})
  void everyMethodFindsTheTriangles(String method) {
    for (String direction : List.of("--directed", "--undirected")) {
      Cli run = Cli.run("graph", "communities", triangles, direction, "--method", method, "--json");
      assertEquals(2, run.succeeded().json("communities"));
      assertEquals(3, run.json("largest"));
      assertEquals(method, run.json("method"));
      assertEquals(6 / 7.0 - 0.5, (double) run.json("modularity"), 1e-12);
      assertEquals(
          List.of(Map.of("community", "a", "vertices", 3), Map.of("community", "d", "vertices", 3)),
          run.json("top"));
    }
  }

  @Test
  void weightsCount() {
    Cli run = Cli.run("graph", "communities", triangles, "--weighted", "--json");
    assertEquals(3, run.succeeded().json("communities"));
  }

  @Test
  void resolutionMakesThemSmaller() {
    Cli run = Cli.run("graph", "communities", triangles, "--resolution", "9", "--json");
    assertEquals(6, run.succeeded().json("communities"));
  }

  @Test
  void writesACommunityPerVertex() throws IOException {
    Path out = folder.resolve("out.csv");
    Cli.run("graph", "communities", triangles, "--out", out).succeeded();
    assertEquals(
        List.of("vertex,community", "a,a", "b,a", "c,a", "d,d", "e,d", "f,d"),
        Files.readAllLines(out));
  }

  @Test
  void peopleGetASentence() {
    String out = Cli.run("graph", "communities", triangles).succeeded().out();
    assertTrue(
        out.contains("2 communities, modularity 0.357143, the largest with 3 of 6 vertices"), out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--method labels --weighted",
        "--method fast",
        "--resolution -1",
        "--max-rounds 0",
        "--method labels --max-iterations -1"
      })
  void refusesWhatCannotBe(String options) {
    Object[] arguments = ("graph communities " + triangles + " " + options).split(" ");
    assertEquals(2, Cli.run(arguments).status());
  }
}
