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

/// The commands that go through a graph in depth or in order, and split it.
final class GraphOrdersTest {
  @TempDir private Path folder = Path.of("");
  private Path tasks = Path.of("");

  @BeforeEach
  void write() throws IOException {
    tasks = file("tasks.csv", "wash,dry\nwash,rest\nshop,cook\ndry,wear\ncook,rest\n");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void dfsGoesEverywhereOrFromASource() {
    Cli run = Cli.run("graph", "dfs", tasks, "--json", "--top", 3);
    assertEquals(6, run.succeeded().json("reached"));
    assertEquals(2, run.json("trees"));
    assertEquals(2, run.json("deepest"));
    List<?> preorder = (List<?>) run.json("preorder");
    assertEquals(3, preorder.size());
    assertEquals(
        Map.of("vertex", "dry", "depth", 1, "parent", "wash", "finish", 1), preorder.get(1));
    Cli from = Cli.run("graph", "dfs", tasks, "--json", "--source", "cook,dry", "--max-depth", 0);
    assertEquals(2, from.succeeded().json("reached"));
    Cli.run("graph", "dfs", tasks, "--max-depth", "-1").failed(2, "--max-depth -1 is negative");
    Cli.run("graph", "dfs", tasks, "--source", "fly").failed(1, "no vertex \"fly\"");
  }

  @Test
  void dfsWritesPositions() throws IOException {
    Path out = folder.resolve("orders.csv");
    Cli.run("graph", "dfs", tasks, "--source", "shop", "--out", out).succeeded();
    assertEquals(
        List.of("vertex,discovery,finish,parent,depth", "wash,,,,", "dry,,,,", "rest,2,0,cook,2"),
        Files.readAllLines(out).subList(0, 4));
  }

  @Test
  void sccFindsWhatReachesEachOther() throws IOException {
    Path calls = file("calls.csv", "a,b\nb,c\nc,b\nc,d\n");
    Cli run = Cli.run("graph", "scc", calls, "--json", "--top", 1);
    assertEquals(3, run.succeeded().json("components"));
    assertEquals(2, run.json("largest"));
    assertEquals(List.of(Map.of("component", "b", "vertices", 2)), run.json("top"));
  }

  @Test
  void toposortOrdersByLevel() throws IOException {
    Path out = folder.resolve("order.csv");
    Cli run = Cli.run("graph", "toposort", tasks, "--json", "--top", 2, "--out", out);
    assertEquals(true, run.succeeded().json("acyclic"));
    assertEquals(3, run.json("levels"));
    assertEquals(
        List.of(Map.of("vertex", "wash", "level", 0), Map.of("vertex", "shop", "level", 0)),
        run.json("order"));
    assertEquals(
        List.of("vertex,level", "wash,0", "shop,0", "dry,1", "cook,1", "rest,2", "wear,2"),
        Files.readAllLines(out));
  }

  @Test
  void toposortNamesACycleAndFails() throws IOException {
    Path knot = file("knot.csv", "x,a\na,b\nb,c\nc,a\nc,y\n");
    Cli run = Cli.run("graph", "toposort", knot);
    assertEquals(1, run.status());
    assertTrue(run.out().contains("cycle   a -> b -> c -> a\n"), run.out());
    assertTrue(run.out().contains("no order: 4 of 5 vertices"), run.out());
    Cli json = Cli.run("graph", "toposort", knot, "--json");
    assertEquals(1, json.status());
    assertEquals(false, json.json("acyclic"));
    assertEquals(List.of("a", "b", "c"), json.json("cycle"));
  }

  @Test
  void longCyclesAreCutForPeople() throws IOException {
    StringBuilder ring = new StringBuilder();
    for (int v = 0; v < 30; v++) {
      ring.append(v).append(',').append((v + 1) % 30).append('\n');
    }
    Cli run = Cli.run("graph", "toposort", file("ring.csv", ring.toString()));
    assertTrue(run.out().contains("0 -> 1 -> "), run.out());
    assertTrue(run.out().contains(" -> 20 -> … 9 more (see --out)"), run.out());
  }

  @Test
  void bipartiteCountsSidesOrNamesAnOddCycle() throws IOException {
    Cli run = Cli.run("graph", "bipartite", file("odd.csv", "a,b\nb,c\nc,d\ne,d\ne,a\n"), "--json");
    assertEquals(false, run.succeeded().json("bipartite"));
    assertEquals(5, run.json("cycle_length"));
    Cli two = Cli.run("graph", "bipartite", file("two.csv", "a,1\na,2\nb,2\n"), "--json");
    assertEquals(true, two.succeeded().json("bipartite"));
    assertEquals(2, two.json("first"));
    assertEquals(2, two.json("second"));
  }

  @Test
  void coloursOrAnIndependentSet() throws IOException {
    Path star = file("star.csv", "m,a\nm,b\nm,c\na,b\n");
    Cli run = Cli.run("graph", "colouring", star, "--json");
    assertEquals(3, run.succeeded().json("colours"));
    assertEquals("largest-first", run.json("order"));
    assertEquals(Map.of("colour", 0, "vertices", 1), ((List<?>) run.json("sizes")).getFirst());
    Path out = folder.resolve("set.csv");
    Cli set = Cli.run("graph", "colouring", star, "--json", "--independent-set", "--out", out);
    assertEquals(2, set.succeeded().json("independent"));
    assertEquals(List.of("vertex,member", "m,0", "a,1", "b,0", "c,1"), Files.readAllLines(out));
  }
}
