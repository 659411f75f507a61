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

/// The commands that follow shortest paths from many vertices.
final class GraphPathsCommandTest {
  @TempDir private Path folder = Path.of("");
  private Path towns = Path.of("");

  @BeforeEach
  void write() throws IOException {
    towns = Files.writeString(folder.resolve("towns.csv"), "a,b\na,c\nc,b\nb,d\nx,y\n");
  }

  @Test
  void betweennessIsExactByDefault() {
    Cli run = Cli.run("graph", "betweenness", towns, "--json", "--top", 2);
    assertEquals(true, run.succeeded().json("exact"));
    assertEquals(6, run.json("sources"));
    assertEquals(
        List.of(
            Map.of("vertex", "b", "betweenness", 2.0), Map.of("vertex", "a", "betweenness", 0.0)),
        run.json("top"));
    Cli.run("graph", "betweenness", towns, "--samples", 3, "--seed", 5).succeeded();
    assertTrue(
        Cli.run("graph", "betweenness", towns, "--samples", 3)
            .succeeded()
            .out()
            .contains("estimated from 3 of 6 vertices"));
    Cli.run("graph", "betweenness", towns, "--samples", 0).failed(2, "--samples 0 is not positive");
  }

  @Test
  void betweennessIsWrittenOut() throws IOException {
    Path out = folder.resolve("out.csv");
    Cli.run("graph", "betweenness", towns, "--normalised", "--out", out).succeeded();
    assertEquals("vertex,betweenness\na,0.0\nb,0.1\n", Files.readString(out).substring(0, 31));
  }

  @Test
  void closenessKnowsComponents() {
    Cli run = Cli.run("graph", "closeness", towns, "--json", "--top", 1);
    assertEquals(true, run.succeeded().json("exact"));
    assertEquals(
        List.of(Map.of("vertex", "a", "closeness", 0.45, "harmonic", 2.5)), run.json("top"));
    Cli within = Cli.run("graph", "closeness", towns, "--json", "--top", 1, "--within-component");
    assertEquals(1.0, ((Map<?, ?>) ((List<?>) within.json("top")).getFirst()).get("closeness"));
  }

  @Test
  void diameterHasTwoEnds() {
    Cli run = Cli.run("graph", "diameter", towns, "--json");
    assertEquals(2, run.succeeded().json("lower"));
    assertEquals(2, run.json("upper"));
    assertEquals(true, run.json("exact"));
    assertEquals("a", run.json("from"));
    assertEquals("d", run.json("to"));
    assertEquals(4, run.json("component_size"));
    String out = Cli.run("graph", "diameter", towns).succeeded().out();
    assertTrue(out.contains("diameter 2, between a and d"), out);
  }
}
