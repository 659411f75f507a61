package dev.gatun.examples;

import dev.gatun.Gatun;
import dev.gatun.MemoryLimitException;
import dev.gatun.RunOptions;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.RandomGraphs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;

/// Limits the memory off the heap that a call may hold. One that needs more ends with an exception
/// that says how much, and gives back what it had.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.MemoryLimit
/// ```
public final class MemoryLimit {
  private MemoryLimit() {}

  public static void main(String[] args) {
    EdgeList edges = RandomGraphs.uniform(16, 16, 1); // a million edges, on the heap

    try (CsrGraph graph =
        CsrGraph.builder().build(edges, RunOptions.defaults().memoryLimit(4 << 20))) {
      throw new AssertionError(graph + " in 4 MB");
    } catch (MemoryLimitException e) {
      System.out.println(e.getMessage());
      System.out.println("limit " + e.limit() + ", live " + Gatun.metrics().memory().liveBytes());
    }

    RunOptions enough = RunOptions.defaults().memoryLimit(RunOptions.parseBytes("64m"));
    try (CsrGraph graph = CsrGraph.builder().build(edges, enough)) {
      System.out.println(graph + ", " + (graph.memoryBytes() >> 20) + " MB");
    }

    // 60 MB of text in 32 MB: open() hands out a batch after the other in the same memory, while
    // read() keeps all rows.
    try (CsvReader reader =
        CsvScan.of("numbers.csv", text(6_000)).options(enough.memoryLimit(32 << 20)).open()) {
      while (reader.next() != null) {
        // a real program would look at the batch
      }
      System.out.printf(
          "%,d rows of %,d bytes streamed%n", reader.metrics().rows(), reader.metrics().bytes());
    }
  }

  private static InputStream text(int pieces) {
    byte[] piece = "12345,67890\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    return new SequenceInputStream(
        Collections.enumeration(
            IntStream.range(0, pieces).mapToObj(_ -> new ByteArrayInputStream(piece)).toList()));
  }
}
