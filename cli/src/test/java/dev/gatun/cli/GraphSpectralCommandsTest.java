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

/// Spanning trees, centralities and walks on graphs small enough to know every answer.
final class GraphSpectralCommandsTest {
  @TempDir private Path folder = Path.of("");
  private Path towns = Path.of("");
  private Path star = Path.of("");

  @BeforeEach
  void write() throws IOException {
    towns = Files.writeString(folder.resolve("towns.csv"), "a,b,5\na,c,2\nc,b,1\nb,d,7\nx,y,1\n");
    star = Files.writeString(folder.resolve("star.csv"), "hub,1,1\nhub,2,1\nhub,3,1\nhub,4,1\n");
  }

  @Test
  void spanningTreeTakesTheLightestEdges() throws IOException {
    Path out = folder.resolve("tree.csv");
    Cli run = Cli.run("graph", "spanning-tree", towns, "--json", "--top", "2", "--out", out);
    assertEquals(11, run.succeeded().json("weight"));
    assertEquals(2, run.json("trees"));
    assertEquals(4, run.json("forest_edges"));
    assertEquals(false, run.json("directed"));
    assertEquals(
        List.of(
            Map.of("source", "b", "target", "d", "weight", 7),
            Map.of("source", "a", "target", "c", "weight", 2)),
        run.json("top"));
    assertEquals("source,target,weight\na,c,2\nb,c,1\nb,d,7\nx,y,1\n", Files.readString(out));
    Cli.run("graph", "spanning-tree", towns, "--directed").failed(2, "--directed");
  }

  @Test
  void weightsOfTreesMayBeNegativeOrFractions() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "a,b,-1.5\nb,c,2.25\na,c,2.5\n");
    assertEquals(
        0.75, Cli.run("graph", "spanning-tree", file, "--json").succeeded().json("weight"));
    assertTrue(
        Cli.run("graph", "spanning-tree", file).out().contains("1 tree of 2 edges, weight 0.75"));
  }

  @Test
  void centralitiesOfAStar() {
    Cli run = Cli.run("graph", "centrality", star, "--undirected", "--json", "--top", "1");
    assertEquals(2, number(run.succeeded().json("eigenvalue")), 1e-9);
    assertEquals(true, run.json("converged"));
    assertEquals("hub", first(run).get("vertex"));
    assertEquals(Math.sqrt(0.5), number(first(run).get("eigenvector")), 1e-9);
    Cli hubs = Cli.run("graph", "centrality", star, "--kind", "hits-hub", "--json", "--top", "1");
    assertEquals(1, number(first(hubs.succeeded()).get("hits-hub")), 1e-9);
    Cli best =
        Cli.run("graph", "centrality", star, "--kind", "hits-authority", "--json", "--top", "1");
    assertEquals(0.5, number(first(best.succeeded()).get("hits-authority")), 1e-9);
  }

  @Test
  void katzChoosesAlphaOrTakesIt() {
    Cli run = Cli.run("graph", "centrality", star, "--undirected", "--kind", "katz", "--json");
    assertEquals(0.425, number(run.succeeded().json("alpha")), 1e-5);
    Cli given =
        Cli.run(
            "graph",
            "centrality",
            star,
            "--undirected",
            "--kind",
            "katz",
            "--alpha",
            "0.25",
            "--json");
    assertEquals(8.0 / 3, number(first(given.succeeded()).get("katz")), 1e-9);
    Cli.run("graph", "centrality", star, "--undirected", "--kind", "katz", "--alpha", "9")
        .failed(1, "alpha must be below");
    Cli.run("graph", "centrality", star, "--alpha", "1").failed(2, "--kind katz");
  }

  @Test
  void walksAreTheSameForTheSameSeed() throws IOException {
    Path out = folder.resolve("walks.csv");
    Cli run =
        Cli.run(
            "graph",
            "walks",
            star,
            "--undirected",
            "--length",
            "3",
            "--walks",
            "2",
            "--source",
            "1,hub",
            "--json",
            "--out",
            out);
    assertEquals(4, run.succeeded().json("walks"));
    List<String> rows = Files.readAllLines(out);
    assertEquals("step_0,step_1,step_2", rows.getFirst());
    assertEquals(5, rows.size());
    assertTrue(rows.get(1).startsWith("1,hub,"), rows.get(1));
    assertTrue(rows.get(2).matches("hub,\\d,hub"), rows.get(2));
    Cli java =
        Cli.run(
            "graph",
            "walks",
            star,
            "--undirected",
            "--length",
            "3",
            "--walks",
            "2",
            "--source",
            "1,hub",
            "--json",
            "--engine",
            "java");
    assertEquals(run.json("top"), java.succeeded().json("top"));
    Cli.run("graph", "walks", star, "--p", "0").failed(2, "p 0.0 is not");
  }

  @Test
  void walksEndWhereNothingLeadsOn() throws IOException {
    Path out = folder.resolve("walks.csv");
    Cli.run("graph", "walks", star, "--length", "3", "--source", "hub", "--out", out).succeeded();
    assertTrue(Files.readAllLines(out).get(1).matches("hub,\\d,"), Files.readString(out));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static Map<?, ?> first(Cli run) {
    return (Map<?, ?>) ((List<?>) run.json("top")).getFirst();
  }
}
