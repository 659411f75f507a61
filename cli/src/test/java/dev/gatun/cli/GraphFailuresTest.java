package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatun.Gatun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the graph commands say when the input or the work fails: one line, status 1.
final class GraphFailuresTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void missingFile() {
    Path missing = folder.resolve("missing.csv");
    Cli.run("graph", "stats", missing).failed(1, missing + ": no such file; check the path");
  }

  @Test
  void directory() {
    Cli.run("graph", "stats", folder).failed(1, folder + ": is a directory");
    Cli.run("demo", "--edges", folder).failed(1, folder + ": is a directory, not a file");
  }

  @Test
  void unreadableFile() throws IOException {
    Path secret = file("secret.csv", "1,2\n");
    assumeTrue(
        Files.getFileStore(secret).supportsFileAttributeView("posix"), "no POSIX permissions here");
    Files.setPosixFilePermissions(secret, java.util.Set.of());
    assumeFalse(Files.isReadable(secret), "a privileged user reads everything");
    Cli.run("graph", "stats", secret).failed(1, secret + ": permission denied");
  }

  @Test
  void badLine() throws IOException {
    Path bad = file("bad.csv", "1,2\n3,4\n5\n");
    Cli.run("graph", "stats", bad).failed(1, bad + ": line 3, column ", "expected", "--format");
  }

  @Test
  void badWeight() throws IOException {
    Path bad = file("bad.csv", "1,2,0.5\n3,4,heavy\n");
    Cli.run("graph", "sssp", bad, "--source", "1").failed(1, bad + ": line 2, column 5", "heavy");
  }

  @Test
  void missingColumn() throws IOException {
    Path table = file("table.csv", "from,to\n1,2\n");
    Cli.run("graph", "stats", table, "--src", "from", "--dst", "too")
        .failed(1, table + ": ", "too");
  }

  @Test
  void denseIdsMustBeNumbers() throws IOException {
    Path names = file("names.csv", "a,b\n");
    Cli.run("graph", "stats", names, "--ids", "dense").failed(1, names + ": line 1", "a");
  }

  @Test
  void negativeWeight() throws IOException {
    Path negative = file("negative.csv", "10,20,3\n10,30,-4\n");
    String problem = negative + ": the edge from 10 to 30 weighs -4; weights must be 0 or more";
    Cli.run("graph", "sssp", negative, "--source", "10").failed(1, problem);
    Cli.run("graph", "pagerank", negative, "--weighted").failed(1, problem);
  }

  @Test
  void distanceThatOverflows() throws IOException {
    Path far = file("far.csv", "1,2,9223372036854775806\n2,3,9223372036854775806\n");
    Cli.run("graph", "sssp", far, "--source", "1").failed(1, far + ": ");
  }

  @Test
  void binaryGarbageAndBrokenCompression() throws IOException {
    Path garbage = folder.resolve("garbage.csv");
    Files.write(garbage, new byte[] {(byte) 0x80, 0, 1, 2, '\n', (byte) 0xff});
    Cli.run("graph", "stats", garbage).failed(1, garbage + ": line 1");
    Path broken = Files.copy(garbage, folder.resolve("broken.csv.gz"));
    Cli.run("graph", "stats", broken).failed(1, broken + ": byte 0", "gzip");
  }

  @Test
  void unknownVertex() throws IOException {
    Path numbers = file("numbers.csv", "10,20\n20,30\n30,40\n");
    Cli.run("graph", "bfs", numbers, "--source", "99")
        .failed(
            1, numbers + ": no vertex \"99\"; its vertices are called \"10\", \"20\", \"30\", …");
    Cli.run("graph", "bfs", numbers, "--source", "10", "--target", "x")
        .failed(1, "no vertex \"x\"");
    Cli.run("graph", "sssp", numbers, "--source", "10,11").failed(1, "no vertex \"11\"");
    Cli.run("graph", "pagerank", numbers, "--personalise", "x").failed(1, "no vertex \"x\"");
    Cli.run("graph", "bfs", numbers, "--ids", "dense", "--source", "41")
        .failed(1, "no vertex \"41\"; vertices are 0 to 40");
  }

  @Test
  void memoryLimit() throws IOException {
    Path edges = file("edges.csv", "1,2\n2,3\n");
    Cli.run("graph", "stats", edges, "--memory-limit", "1").failed(1, "--memory-limit");
  }

  @Test
  void nativeEngineThatIsNotThere() throws IOException {
    assumeFalse(Gatun.nativeAvailable().available(), "it is");
    Path edges = file("edges.csv", "1,2\n");
    Cli.run("graph", "stats", edges, "--engine", "native")
        .failed(1, "the native library is not loaded", "--engine auto or java");
    Cli.run("demo", "--engine", "native").failed(1, "the native library is not loaded");
  }

  @Test
  void outputThatCannotBeWritten() throws IOException {
    Path edges = file("edges.csv", "1,2\n");
    Path nowhere = folder.resolve("nowhere").resolve("out.csv");
    Cli.run("graph", "stats", edges, "--out", nowhere)
        .failed(1, "--out " + nowhere + ": there is no directory");
    Path taken = Files.createDirectory(folder.resolve("taken.csv"));
    Cli.run("graph", "stats", edges, "--out", taken).failed(1, "is a directory");
  }

  @Test
  void debugAddsTheStackTrace() {
    Path missing = folder.resolve("missing.csv");
    Cli run = Cli.run("graph", "stats", missing, "--debug");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("no such file; check the path\n"), run.err());
    assertTrue(run.err().contains("\tat dev.gatun"), run.err());
    assertFalse(Cli.run("graph", "stats", missing).err().contains("\tat "));
  }
}
