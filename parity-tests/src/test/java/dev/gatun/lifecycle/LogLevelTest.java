package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.PageRank;
import dev.gatun.support.ChildJvm;
import dev.gatun.support.Shapes;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `gatun.log.level` does what it says, whatever the logger of the program is set to.
class LogLevelTest {
  private static final String CALL = "gatun: debug: bfs: ok, JAVA, threads ";
  private static final String KERNEL = "gatun: trace: csr_bfs: ok, JAVA, threads ";
  private static final String CONVERGED = "PageRank has not converged: ";
  private static final String ENGINE = "running on the Java engine: switched off";

  @AfterEach
  void reset() {
    Gatun.logLevel(null);
  }

  /// In a JVM of its own: something for each level but ERROR, and `done` on standard output.
  static final class Talkative {
    public static void main(String[] arguments) {
      RunOptions auto = RunOptions.defaults();
      try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(10).list(), auto);
          BfsResult hops = graph.bfs(0)) {
        graph.pageRank(PageRank.defaults().maxIterations(1), auto).close();
        System.out.println("reached " + hops.reached());
      }
    }
  }

  private static List<String> child(List<String> flags, Map<String, String> environment) {
    Stream<String> all = Stream.concat(Stream.of("-Dgatun.native=off"), flags.stream());
    return ChildJvm.run(Talkative.class, all.toList(), environment).lines().toList();
  }

  private static boolean has(List<String> lines, String part) {
    return lines.stream().anyMatch(line -> line.contains(part));
  }

  /// The logger of a JVM that nobody has configured takes INFO and what is worse.
  @ParameterizedTest
  @CsvSource({
    "'', true, true, false, false",
    "off, false, false, false, false",
    "error, false, false, false, false",
    "warning, true, false, false, false",
    "info, true, true, false, false",
    "Debug, true, true, true, false",
    "trace, true, true, true, true"
  })
  void eachLevel(String level, boolean warning, boolean info, boolean call, boolean kernel) {
    for (boolean byProperty : new boolean[] {true, false}) {
      boolean unset = level.isEmpty();
      List<String> lines =
          child(
              byProperty && !unset ? List.of("-Dgatun.log.level=" + level) : List.of(),
              byProperty || unset ? Map.of() : Map.of("GATUN_LOG_LEVEL", level));
      assertTrue(lines.contains("reached 10"), lines::toString);
      assertEquals(warning, has(lines, "WARNING: " + CONVERGED), lines::toString);
      assertEquals(info, has(lines, "INFO: " + ENGINE), lines::toString);
      assertEquals(call, has(lines, CALL), lines::toString);
      assertEquals(kernel, has(lines, KERNEL), lines::toString);
      assertEquals(call, has(lines, "gatun: debug: native library: switched off"));
      boolean quiet = !(warning || info || call || kernel);
      assertEquals(quiet, lines.equals(List.of("reached 10")), lines::toString);
    }
  }

  /// The program's own logger keeps out what it does not take, until a level is set.
  @Test
  void aLoggerThatTakesLess(@TempDir Path folder) throws IOException {
    String logging = logging(folder, "dev.gatun.level = SEVERE");
    assertEquals(List.of("reached 10"), child(List.of(logging), Map.of()));
    List<String> lines = child(List.of(logging, "-Dgatun.log.level=warning"), Map.of());
    assertTrue(has(lines, "gatun: warning: " + CONVERGED), lines::toString);
    assertEquals(2, lines.size(), lines::toString);
  }

  @Test
  void aLoggerThatTakesMore(@TempDir Path folder) throws IOException {
    String logging =
        logging(folder, "dev.gatun.level = ALL\njava.util.logging.ConsoleHandler.level = ALL");
    List<String> lines = child(List.of(logging), Map.of());
    assertTrue(has(lines, "FINE: bfs: ok, JAVA, threads "), lines::toString);
    assertTrue(has(lines, "FINER: csr_bfs: ok, JAVA, threads "), lines::toString);
    lines = child(List.of(logging, "-Dgatun.log.level=warning"), Map.of());
    assertTrue(has(lines, "WARNING: " + CONVERGED), lines::toString);
    assertTrue(!has(lines, "FINE") && !has(lines, ENGINE), lines::toString);
  }

  private static String logging(Path folder, String settings) throws IOException {
    Path file = folder.resolve("logging.properties");
    Files.writeString(file, "handlers = java.util.logging.ConsoleHandler\n" + settings + "\n");
    return "-Djava.util.logging.config.file=" + file;
  }

  @Test
  void thePropertyWinsOverTheEnvironment() {
    List<String> lines =
        child(List.of("-Dgatun.log.level=off"), Map.of("GATUN_LOG_LEVEL", "trace"));
    assertEquals(List.of("reached 10"), lines);
  }

  /// As with the other settings, the first call says so.
  @Test
  void aMistakeIsNamed() {
    AssertionError e =
        assertThrows(
            AssertionError.class, () -> child(List.of("-Dgatun.log.level=loud"), Map.of()));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains(
                "IllegalArgumentException: setting gatun.log.level: log level \"loud\" is none of"
                    + " off, error, warning, info, debug, trace"),
        e::getMessage);
  }

  @Test
  void theProgramSetsIt() {
    assertNull(Gatun.logLevel());
    Gatun.logLevel(Level.TRACE);
    assertEquals(Level.TRACE, Gatun.logLevel());
    Gatun.logLevel(null);
    assertNull(Gatun.logLevel());
    assertThrows(IllegalArgumentException.class, () -> Gatun.logLevel(Level.ALL));
    RunOptions java = RunOptions.defaults().engine(Engine.JAVA);
    assertEquals(Observed.only(Engine.JAVA), Observed.of(java));
  }
}
