package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--out` writes.
final class ResultFileTest {
  @TempDir private Path folder = Path.of("");
  private Path towns = Path.of("");

  @BeforeEach
  void write() throws IOException {
    towns = folder.resolve("towns.csv");
    Files.writeString(towns, "a,b,5\na,c,2\nc,b,1\nb,d,7\nx,y,1\n");
  }

  @Test
  void csvHasTheIdsOfTheInput() throws IOException {
    Path out = folder.resolve("out.csv");
    assertEquals(
        out.toString(),
        Cli.run("graph", "sssp", towns, "--json", "--source", "a", "--out", out)
            .succeeded()
            .json("out"));
    assertEquals(
        """
        vertex,distance,parent
        a,0,
        b,3,c
        c,2,a
        d,10,b
        x,,
        y,,
        """,
        Files.readString(out));
    Cli.run("graph", "components", towns, "--out", out).succeeded();
    assertTrue(Files.readString(out).startsWith("vertex,component\na,a\nb,a\n"));
    Cli.run("graph", "bfs", towns, "--source", "x", "--out", out).succeeded();
    assertTrue(Files.readString(out).endsWith("d,,\nx,0,\ny,1,x\n"));
    Cli.run("graph", "stats", towns, "--out", out).succeeded();
    assertTrue(Files.readString(out).startsWith("vertex,out_degree,in_degree\na,2,0\n"));
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count(), "only the input and the output are left");
    }
  }

  @Test
  void csvIsCompressedByEnding() throws IOException {
    Path out = folder.resolve("ranks.csv.gz");
    Cli.run("graph", "pagerank", towns, "--out", out).succeeded();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(out))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("vertex,rank\na,0."), text);
      assertEquals(7, text.lines().count());
    }
  }

  /// What is in Arrow files is tested where arrow-java is at hand.
  @ParameterizedTest
  @ValueSource(strings = {"arrow", "feather", "IPC"})
  void arrowIpcIsWrittenByEnding(String ending) throws IOException {
    Path out = folder.resolve("ranks." + ending);
    Cli.run("graph", "pagerank", towns, "--out", out).succeeded();
    byte[] bytes = Files.readAllBytes(out);
    byte[] magic = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(magic, Arrays.copyOf(bytes, magic.length));
    assertArrayEquals(magic, Arrays.copyOfRange(bytes, bytes.length - magic.length, bytes.length));
  }

  @Test
  void idsAreQuotedWhereCsvNeedsIt() throws IOException {
    Path names = folder.resolve("names.tsv");
    Files.writeString(names, "Rome, Italy\tsaid \"no\"\n");
    Path out = folder.resolve("out.csv");
    Cli.run("graph", "bfs", names, "--source", "said \"no\"", "--out", out).succeeded();
    assertEquals(
        """
        vertex,distance,parent
        "Rome, Italy",,
        "said ""no\""",0,
        """,
        Files.readString(out));
  }

  @Test
  void existingFileIsReplacedOnlyBySuccess() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "before");
    Cli.run("graph", "bfs", towns, "--source", "nobody", "--out", out).failed(1, "nobody");
    assertEquals("before", Files.readString(out));
    Cli.run("graph", "bfs", towns, "--source", "a", "--out", out).succeeded();
    assertTrue(Files.readString(out).startsWith("vertex,"));
  }
}
