package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The graph commands on a graph small enough to know every answer.
final class GraphCommandsTest {
  /// a reaches b, c, d; x and y are apart; a-c-b is lighter than a-b; the loop is dropped.
  private static final String TOWNS =
      """
      a,b,5
      a,c,2
      c,b,1
      b,d,7
      x,y,1
      d,d,3
      """;

  @TempDir private Path folder = Path.of("");
  private Path towns = Path.of("");

  @BeforeEach
  void write() throws IOException {
    towns = file("towns.csv", TOWNS);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "bfs", "sssp", "pagerank", "components"})
  void everyResultSaysWhatRan(String command) {
    Cli run =
        command.equals("bfs") || command.equals("sssp")
            ? Cli.run("graph", command, towns, "--json", "--engine", "java", "--source", "a")
            : Cli.run("graph", command, towns, "--json", "--engine", "java");
    Map<String, Object> json = run.succeeded().json();
    assertEquals("java", json.get("engine"));
    assertEquals("java", json.get("isa"));
    assertTrue((int) json.get("threads") >= 1);
    assertTrue(((Number) json.get("elapsed_ms")).doubleValue() > 0);
    assertEquals(TOWNS.length(), json.get("bytes_read"));
    assertEquals(towns.toString(), json.get("file"));
    assertEquals(6, json.get("vertices"));
    assertEquals(5, json.get("edges"));
    assertEquals(true, json.get("directed"));
    assertTrue(json.keySet().stream().allMatch(key -> key.matches("[a-z0-9_]+")), json.toString());
  }

  @Test
  void statsCountDegrees() {
    Cli run = Cli.run("graph", "stats", towns, "--json", "--top", "2");
    assertEquals(6, run.succeeded().json("input_edges"));
    assertEquals(1, run.json("dropped_edges"));
    assertEquals(0, run.json("isolated"));
    assertEquals("int32", run.json("weight_type"));
    assertEquals(
        List.of(
            Map.of("vertex", "b", "degree", 3, "out_degree", 1, "in_degree", 2),
            Map.of("vertex", "a", "degree", 2, "out_degree", 2, "in_degree", 0)),
        run.json("top"));
    assertEquals("out", ((Map<?, ?>) ((List<?>) run.json("degrees")).get(1)).get("degree"));
  }

  @Test
  void keptLoopsAndDirectionChangeTheGraph() {
    assertEquals(6, Cli.run("graph", "stats", towns, "--json", "--keep-self-loops").json("edges"));
    Cli undirected = Cli.run("graph", "stats", towns, "--json", "--undirected");
    assertEquals(false, undirected.succeeded().json("directed"));
    assertEquals(5, undirected.json("edges"));
  }

  @Test
  void bfsGivesLevelsPathAndFarthest() {
    Cli run = Cli.run("graph", "bfs", towns, "--json", "--source", "a", "--target", "d");
    assertEquals(4, run.succeeded().json("reached"));
    assertEquals(2, run.json("depth"));
    assertEquals(
        List.of(
            Map.of("distance", 0, "vertices", 1),
            Map.of("distance", 1, "vertices", 2),
            Map.of("distance", 2, "vertices", 1)),
        run.json("levels"));
    assertEquals(
        List.of(
            Map.of("vertex", "a", "distance", 0),
            Map.of("vertex", "b", "distance", 1),
            Map.of("vertex", "d", "distance", 2)),
        run.json("path"));
    assertEquals(
        Map.of("vertex", "d", "distance", 2, "parent", "b"),
        ((List<?>) run.json("farthest")).getFirst());
  }

  @Test
  void bfsStopsAtTheDepth() {
    Cli run = Cli.run("graph", "bfs", towns, "--json", "--source", "a", "--max-depth", "1");
    assertEquals(3, run.succeeded().json("reached"));
  }

  @Test
  void severalSourcesAndNoPath() {
    Cli run = Cli.run("graph", "bfs", towns, "--json", "--source", "b,x", "--target", "a");
    assertEquals(4, run.succeeded().json("reached"));
    assertEquals(List.of(), run.json("path"));
    assertTrue(
        Cli.run("graph", "bfs", towns, "--source", "b", "--source", "x", "--target", "a")
            .succeeded()
            .out()
            .contains("none: a cannot be reached"));
  }

  @Test
  void ssspSumsWeights() {
    Cli run = Cli.run("graph", "sssp", towns, "--json", "--source", "a", "--target", "d");
    assertEquals(4, run.succeeded().json("reached"));
    assertEquals(
        List.of(
            Map.of("vertex", "a", "distance", 0),
            Map.of("vertex", "c", "distance", 2),
            Map.of("vertex", "b", "distance", 3),
            Map.of("vertex", "d", "distance", 10)),
        run.json("path"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "dijkstra", "delta-stepping"})
  void ssspMethodsAgree(String method) {
    Cli run =
        Cli.run("graph", "sssp", towns, "--json", "--source", "a", "--method", method, "--top", 1);
    assertEquals(
        List.of(Map.of("vertex", "d", "distance", 10, "parent", "b")),
        run.succeeded().json("farthest"));
  }

  @Test
  void weightsCanBeLeftOut() {
    Cli run =
        Cli.run("graph", "sssp", towns, "--json", "--source", "a", "--weight", "none", "--top", 1);
    assertEquals(
        List.of(Map.of("vertex", "d", "distance", 2, "parent", "b")),
        run.succeeded().json("farthest"));
  }

  @Test
  void distancesBeyondDoublesAreExactStrings() throws IOException {
    Path far = file("far.csv", "1,2,9007199254740992\n2,3,9007199254740993\n");
    Cli run = Cli.run("graph", "sssp", far, "--json", "--source", "1", "--top", "1");
    assertEquals(
        List.of(Map.of("vertex", 3, "distance", "18014398509481985", "parent", 2)),
        run.succeeded().json("farthest"));
  }

  @Test
  void fractionalWeights() throws IOException {
    Path file = file("half.csv", "1,2,0.5\n2,3,0.25\n");
    Cli run = Cli.run("graph", "sssp", file, "--json", "--source", "1", "--top", "1");
    assertEquals(
        List.of(Map.of("vertex", 3, "distance", 0.75, "parent", 2)),
        run.succeeded().json("farthest"));
  }

  @Test
  void pagerankConverges() {
    Cli run = Cli.run("graph", "pagerank", towns, "--json", "--top", "1");
    assertEquals(true, run.succeeded().json("converged"));
    assertTrue((double) run.json("error") < 1e-10);
    assertEquals("d", ((Map<?, ?>) ((List<?>) run.json("top")).getFirst()).get("vertex"));
  }

  @Test
  void pagerankThatDoesNotConvergeSaysSo() {
    Cli run = Cli.run("graph", "pagerank", towns, "--max-iterations", "2");
    assertEquals(0, run.status());
    assertTrue(
        run.out().contains("NOT CONVERGED (see --max-iterations, --tolerance), 2 iterations"),
        run.out());
    assertTrue(run.err().matches("gatun: warning: .*not converged.*\\n"), run.err());
    Cli json = Cli.run("graph", "pagerank", towns, "--json", "--max-iterations", "2");
    assertEquals(false, json.json("converged"));
    assertEquals(2, json.json("iterations"));
  }

  @Test
  void pagerankJumpsWhereItIsTold() {
    Cli run =
        Cli.run("graph", "pagerank", towns, "--json", "--personalise", "x", "--dangling", "drop");
    List<?> top = (List<?>) run.succeeded().json("top");
    assertEquals("x", ((Map<?, ?>) top.get(0)).get("vertex"));
    assertEquals("y", ((Map<?, ?>) top.get(1)).get("vertex"));
    assertEquals(0.0, ((Map<?, ?>) top.get(2)).get("rank"));
  }

  @Test
  void pagerankByWeightNeedsWeights() throws IOException {
    assertEquals(
        "int32", Cli.run("graph", "pagerank", towns, "--json", "--weighted").json("weight_type"));
    Cli run = Cli.run("graph", "pagerank", file("plain.csv", "1,2\n2,1\n"), "--weighted");
    assertEquals(0, run.status());
    assertTrue(run.err().contains("the input has no weights"), run.err());
  }

  @Test
  void componentsIgnoreDirection() {
    Cli run = Cli.run("graph", "components", towns, "--json");
    assertEquals(2, run.succeeded().json("components"));
    assertEquals(4, run.json("largest"));
    assertEquals(
        List.of(Map.of("component", "a", "vertices", 4), Map.of("component", "x", "vertices", 2)),
        run.json("top"));
  }

  @Test
  void peopleGetAlignedText() {
    String out = Cli.run("graph", "components", towns).succeeded().out();
    assertTrue(out.contains("graph   6 vertices, 5 edges, directed, unweighted\n"), out);
    assertTrue(
        out.endsWith(
            """

            Largest components
            component  vertices
            a                 4
            x                 2
            """),
        out);
  }

  @Test
  void columnsByNameOrNumber() throws IOException {
    Path table = file("table.csv", "when,from,to,cost\n9,1,2,7\n9,2,3,8\n");
    String names = "--src from --dst to --weight cost";
    String numbers = "--src 1 --dst 2 --weight 3 --header";
    for (String columns : List.of(names, numbers)) {
      List<Object> arguments = new ArrayList<>(List.of("graph", "sssp", table, "--json"));
      Collections.addAll(arguments, "--source", 1, "--top", 1);
      Collections.addAll(arguments, (Object[]) columns.split(" "));
      assertEquals(
          List.of(Map.of("vertex", 3, "distance", 15, "parent", 2)),
          Cli.run(arguments.toArray()).succeeded().json("farthest"));
    }
  }

  @Test
  void matrixMarketIdsAreNumbersAndSymmetricIsUndirected() throws IOException {
    Path matrix =
        file("m.mtx", "%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 2\n");
    Cli run = Cli.run("graph", "bfs", matrix, "--json", "--source", 1, "--top", 1);
    assertEquals(false, run.succeeded().json("directed"));
    assertEquals(List.of(Map.of("vertex", 3, "distance", 2, "parent", 2)), run.json("farthest"));
  }

  @Test
  void threadsDoNotChangeTheResult() {
    assertEquals(
        Cli.run("graph", "pagerank", towns, "--json", "--threads", "1").json("top"),
        Cli.run("graph", "pagerank", towns, "--json", "--threads", "2").json("top"));
    assertEquals(
        1,
        Cli.run("graph", "bfs", towns, "--source", "a", "--threads", "1", "--json")
            .json("threads"));
  }

  @Test
  void emptyInputIsAnEmptyGraph() throws IOException {
    Path empty = file("empty.csv", "");
    for (String command : List.of("stats", "pagerank", "components")) {
      assertEquals(0, Cli.run("graph", command, empty, "--json").succeeded().json("vertices"));
    }
    assertFalse(Cli.run("graph", "stats", empty).succeeded().out().contains("Highest degree"));
    Cli.run("graph", "bfs", empty, "--source", "1")
        .failed(1, "no vertex \"1\"; the graph is empty");
  }
}
