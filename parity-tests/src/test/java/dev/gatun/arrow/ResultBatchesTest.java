package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Degrees;
import dev.gatun.graph.DegreesResult;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.MemoryEstimate;
import dev.gatun.graph.RandomGraphs;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import dev.gatun.graph.VertexIds;
import dev.gatun.internal.exec.MemoryAccount;
import java.io.ByteArrayInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results of graph algorithms as batches.
class ResultBatchesTest {
  @TempDir private Path folder;
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private static CsrGraph graph(String edges) {
    byte[] text = edges.getBytes(StandardCharsets.UTF_8);
    try (EdgeList list =
        EdgeListReader.defaults()
            .read(new ByteArrayInputStream(text), "edges.csv", RunOptions.defaults())) {
      return CsrGraph.builder().build(list);
    }
  }

  private static List<List<Object>> rows(BatchReader reader) {
    List<List<Object>> rows = new ArrayList<>();
    try (reader) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          int at = row;
          Batch from = batch;
          rows.add(
              Arrays.asList(from.columns().stream().map(column -> column.object(at)).toArray()));
        }
      }
    }
    return rows;
  }

  @Test
  void verticesAreCalledAsInTheInput() {
    try (CsrGraph graph = graph("a,b,5\na,c,2\nc,b,1\nx,y,1\n");
        SsspResult result = graph.shortestPaths(ShortestPaths.from(0))) {
      BatchReader reader = result.table().batches(graph.ids());
      assertEquals(
          List.of("vertex", "distance", "parent"),
          reader.schema().fields().stream().map(Field::name).toList());
      assertEquals(
          List.of(
              Arrays.asList("a", 0L, null),
              Arrays.asList("b", 3L, "c"),
              Arrays.asList("c", 2L, "a"),
              Arrays.asList("x", null, null),
              Arrays.asList("y", null, null)),
          rows(reader));
    }
    try (CsrGraph graph = graph("70,-5\n70,9000000000\n");
        BfsResult result = graph.bfs(Bfs.from(1))) {
      assertEquals(
          List.of(
              Arrays.asList(70L, null, null),
              Arrays.asList(-5L, 0, null),
              Arrays.asList(9000000000L, null, null)),
          rows(result.table().batches(graph.ids())));
      assertThrows(
          IllegalArgumentException.class, () -> result.table().batches(VertexIds.dense(2)));
    }
  }

  @Test
  void degreesOfBothDirections() {
    RunOptions run = RunOptions.defaults();
    for (boolean directed : new boolean[] {true, false}) {
      try (EdgeList edges = RandomGraphs.uniform(17, 5, 7);
          CsrGraph graph = CsrGraph.builder().directed(directed).keepSelfLoops(true).build(edges);
          DegreesResult degrees = graph.run(new Degrees(), run)) {
        for (int v = 0; v < graph.vertices(); v += 997) {
          assertEquals(graph.outDegree(v), degrees.out().get(v));
          assertEquals(graph.inDegree(v), degrees.in().get(v));
          assertEquals(graph.degree(v), degrees.degree(v));
        }
        MemoryEstimate estimate = graph.estimate(new Degrees(), run);
        assertTrue(estimate.totalBytes() >= degrees.info().peakBytes());
        assertTrue(estimate.totalBytes() <= 2 * degrees.info().peakBytes());
      }
    }
  }

  @Test
  void manyBatchesAsAFile() throws Exception {
    Path file = folder.resolve("degrees.arrow");
    try (EdgeList edges = RandomGraphs.uniform(17, 3, 1);
        CsrGraph graph = CsrGraph.builder().build(edges);
        DegreesResult degrees = graph.run(new Degrees())) {
      try (BatchReader reader = degrees.table().batches(graph.ids())) {
        assertEquals(graph.vertices(), ArrowFile.write(file, reader));
      }
      long row = 0;
      try (BufferAllocator allocator = new RootAllocator();
          var channel = FileChannel.open(file);
          var reader = new ArrowFileReader(channel, allocator)) {
        while (reader.loadNextBatch()) {
          var root = reader.getVectorSchemaRoot();
          for (int i = 0; i < root.getRowCount(); i++, row++) {
            assertEquals(row, root.getVector("vertex").getObject(i));
            assertEquals(degrees.out().get((int) row), root.getVector("out_degree").getObject(i));
          }
        }
      }
      assertEquals(graph.vertices(), row);
    }
  }

  @Test
  void batchesOutliveTheResult() {
    Batch kept;
    try (CsrGraph graph = graph("a,b\n");
        DegreesResult degrees = graph.run(new Degrees());
        BatchReader reader = degrees.table().batches(graph.ids())) {
      kept = reader.next().detach();
      assertNull(reader.next());
      degrees.close();
      BatchReader late = reader;
      assertNull(late.next());
    }
    try (kept) {
      assertEquals("b", kept.column("vertex").asStrings().get(1));
      assertEquals(1, kept.column("in_degree").asInts().get(1));
    }
  }
}
