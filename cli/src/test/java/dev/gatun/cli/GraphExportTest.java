package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gatun graph export`.
final class GraphExportTest {
  @TempDir private Path folder = Path.of("");
  private Path towns = Path.of("");

  @BeforeEach
  void write() throws IOException {
    towns = folder.resolve("towns.csv");
    Files.writeString(towns, "a,b,5\na,c,2\n");
  }

  @Test
  void standardOutputHasTheTextAndNothingElse() {
    assertEquals(
        """
        digraph {
          n0 [label="a"];
          n1 [label="b"];
          n2 [label="c"];
          n0 -> n1 [label="5"];
          n0 -> n2 [label="2"];
        }
        """,
        Cli.run("graph", "export", towns).succeeded().out());
    String mermaid =
        Cli.run("graph", "export", towns, "--to", "mermaid", "--undirected", "--json")
            .succeeded()
            .json("text")
            .toString();
    assertTrue(mermaid.startsWith("flowchart LR\n  n0[\"a\"]\n"), mermaid);
    assertTrue(mermaid.contains("n0 ---|\"5\"| n1"), mermaid);
  }

  @Test
  void aFileIsWrittenWhole() throws IOException {
    Path out = folder.resolve("towns.graphml");
    Cli.run("graph", "export", towns, "--to", "graphml", "--out", out).succeeded();
    assertTrue(Files.readString(out).endsWith("</graphml>\n"));
  }

  @Test
  void largeGraphsAreRefused() {
    Cli.run("graph", "export", towns, "--limit", "2")
        .failed(1, "3 vertices and 2 edges is more than the limit of 2");
    Cli.run("graph", "export", towns, "--limit", "-1").failed(2, "limit -1 is negative");
    Cli.run("graph", "export", towns, "--to", "svg").failed(2, "'svg' is none of dot, graphml");
  }
}
