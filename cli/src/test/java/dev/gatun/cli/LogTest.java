package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Log lines on standard error: how many is for `--debug` and `gatun.log.level` to say.
class LogTest {
  @TempDir private Path folder;

  @AfterEach
  void reset() {
    System.clearProperty("gatun.log.level");
    Cli.run("info");
  }

  private List<String> lines(String level, Object... more) throws IOException {
    if (!level.isEmpty()) {
      System.setProperty("gatun.log.level", level);
    }
    Path edges = folder.resolve("edges.csv");
    Files.writeString(edges, "1,2\n");
    List<Object> arguments = new ArrayList<>(List.of("graph", "stats", edges, "--engine", "java"));
    arguments.addAll(List.of(more));
    Cli run = Cli.run(arguments.toArray());
    assertEquals(0, run.status(), run.err());
    return run.err().lines().toList();
  }

  private static boolean has(List<String> lines, String start) {
    return lines.stream().anyMatch(line -> line.startsWith(start));
  }

  @Test
  void nothingWhereAllIsWell() throws IOException {
    assertEquals(List.of(), lines(""));
    assertEquals(List.of(), lines("warning"));
  }

  @Test
  void debugPrintsTheCalls() throws IOException {
    List<String> lines = lines("", "--debug");
    assertTrue(has(lines, "gatun: debug: building the graph: ok, JAVA, threads "), lines::toString);
    assertTrue(!has(lines, "gatun: trace: "), lines::toString);
    assertEquals(lines.size(), lines.stream().distinct().count(), lines::toString);
    assertEquals(List.of(), lines(""), "for one command only");
  }

  @Test
  void theSettingPrintsMore() throws IOException {
    List<String> lines = lines("trace", "--debug");
    assertTrue(has(lines, "gatun: trace: csr_build: ok, JAVA, threads "), lines::toString);
    assertTrue(has(lines, "gatun: debug: building the graph: ok, "), lines::toString);
    assertTrue(has(lines("debug"), "gatun: debug: building the graph: ok, "));
  }

  /// The option asks for lines, whatever the setting.
  @Test
  void theOptionIsNearer() throws IOException {
    assertTrue(has(lines("off", "--debug"), "gatun: debug: building the graph: ok, "));
    assertEquals(List.of(), lines("off"));
  }

  @Test
  void aMistakeIsALine() {
    System.setProperty("gatun.log.level", "loud");
    Cli.run("graph", "stats", folder.resolve("edges.csv"))
        .failed(1, "setting gatun.log.level: log level \"loud\" is none of off, error, ");
  }
}
