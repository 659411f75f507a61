package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.cli.DemoContender.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  private static final List<String> STEPS =
      List.of("CSR build", "BFS", "PageRank, 20 iterations", "components", "shortest paths");

  @TempDir private Path folder = Path.of("");

  private static Set<Path> temporaryFolders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("gatun-demo-"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void comparesTheEnginesAndCleansUp() throws IOException {
    Set<Path> before = temporaryFolders();
    Cli run = Cli.run("demo", "--scale", "6", "--threads", "2", "--json");
    Set<Path> left = temporaryFolders();
    left.removeAll(before);
    assertEquals(Set.of(), left);

    Map<String, Object> json = run.succeeded().json();
    assertEquals(16 << 6, json.get("input_edges"));
    assertTrue((int) json.get("bytes_read") > 4 * (16 << 6));
    assertTrue(((Number) json.get("elapsed_ms")).doubleValue() > 0);
    List<?> steps = (List<?>) json.get("steps");
    assertEquals(STEPS, steps.stream().map(step -> ((Map<?, ?>) step).get("step")).toList());
    boolean natives = Gatun.nativeAvailable().available();
    for (Object step : steps) {
      Map<?, ?> row = (Map<?, ?>) step;
      assertTrue(((Number) row.get("java_ms")).doubleValue() >= 0);
      assertEquals(natives, row.containsKey("native_1_ms"));
      assertEquals(natives, row.containsKey("native_n_ms"));
      assertEquals(natives ? Boolean.TRUE : null, row.get("agrees"));
    }
    assertEquals(natives ? "native" : "java", json.get("engine"));
    assertEquals(natives ? Boolean.TRUE : null, json.get("agrees"));
  }

  @Test
  void javaAloneSaysWhy() {
    String out = Cli.run("demo", "--scale", "5", "--engine", "java").succeeded().out();
    assertTrue(out.contains("engines  Java only: as asked\n"), out);
    assertTrue(out.contains("\nstep "), out);
    assertFalse(out.contains("agrees"), out);
  }

  @Test
  void readsAFileOfTheUser() throws IOException {
    Path edges = Files.writeString(folder.resolve("own.tsv"), "a\tb\nb\tc\n");
    Cli run = Cli.run("demo", "--edges", edges, "--engine", "java", "--json");
    assertEquals(edges.toString(), run.succeeded().json("input"));
    assertEquals(3, run.json("vertices"));
    assertTrue(Files.exists(edges));
  }

  @Test
  void nothingToShowOnAnEmptyFile() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.tsv"), "");
    Cli.run("demo", "--edges", empty).failed(1, empty + ": has no edges");
    Cli.run("demo", "--edges", folder.resolve("none")).failed(1, "no such file");
  }

  @Test
  void answersAgreeExactlyOrNearly() {
    Object ints = new int[] {1, 2};
    assertTrue(DemoStep.agree(List.of(ints), List.of(new int[] {1, 2})));
    assertFalse(DemoStep.agree(List.of(ints), List.of(new int[] {1, 3})));
    assertFalse(DemoStep.agree(List.of(ints), List.of(new long[] {1, 2})));
    assertFalse(DemoStep.agree(List.of(ints), List.of(ints, ints)));
    assertFalse(DemoStep.agree(List.of(ints, ints), List.of(ints)));
    double[] doubles = {1, Double.POSITIVE_INFINITY};
    assertTrue(
        DemoStep.agree(
            List.of(doubles), List.of(new double[] {1 + 1e-13, Double.POSITIVE_INFINITY})));
    assertFalse(DemoStep.agree(List.of(doubles), List.of(new double[] {1 + 1e-11, 5})));
    assertFalse(DemoStep.agree(List.of(doubles), List.of(new double[] {Double.NaN, 5})));
  }

  @Test
  void disagreementIsShownAndFails() {
    List<DemoContender> contenders =
        List.of(new DemoContender(Engine.JAVA, 1), new DemoContender(Engine.NATIVE, 2));
    List<Object> right = List.of(new int[] {1});
    List<List<Outcome>> outcomes =
        List.of(
            List.of(new Outcome("BFS", 20, right), new Outcome("PageRank", 300, right)),
            List.of(
                new Outcome("BFS", 8, right), new Outcome("PageRank", 2, List.of(new int[] {2}))));
    Report report = new Report();
    new DemoTable(contenders, outcomes).addTo(report);
    assertEquals(1, report.status());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    report.print(false, new PrintWriter(out, true), new PrintWriter(err, true));
    assertEquals(
        """
        step       Java  native, 2 threads  speed-up  agrees
        BFS        20.0                8.0       2.5  yes
        PageRank  300.0                2.0     150.0  no

        speed-up: Java / native, 2 threads; agrees: integers equal, PageRank within 1e-12
        """,
        Cli.text(out));
    assertTrue(err.toString().startsWith("gatun: warning: Java and native disagree on [PageRank]"));
  }
}
