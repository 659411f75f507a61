package dev.gatun.frame;

import static dev.gatun.parquet.Predicate.and;
import static dev.gatun.parquet.Predicate.eq;
import static dev.gatun.parquet.Predicate.gt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchBuilder;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.graph.Components;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.FrameResult;
import dev.gatun.graph.GraphFrame;
import dev.gatun.graph.GraphFrameBuilder;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.UnknownVertices;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.parquet.Predicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Graphs with properties: tables in, filters, algorithms, tables out.
class GraphFrameTest {
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

  private static GraphFrame towns() {
    try (Batch vertices =
            new BatchBuilder()
                .strings("code", "A", "B", "C", "X", "Y", "Z")
                .strings("name", "Aix", null, "Caen", "Xi'an", "Ypres", "Zug")
                .longs("people", 10, 20, 30, 40, 50, 60)
                .build();
        Batch edges =
            new BatchBuilder()
                .strings("from", "A", "A", "C", "X", "B")
                .strings("to", "B", "C", "B", "Y", "A")
                .ints("km", 5, 2, 1, 7, 9)
                .booleans("rail", true, false, true, true, false)
                .build()) {
      return builder(BatchReader.of(vertices), BatchReader.of(edges))
          .id("code")
          .endpoints("from", "to")
          .weight("km")
          .build();
    }
  }

  private static GraphFrameBuilder builder(BatchReader vertices, BatchReader edges) {
    return GraphFrame.builder().vertices(vertices).edges(edges);
  }

  private static List<List<Object>> rows(BatchReader reader) {
    List<List<Object>> rows = new ArrayList<>();
    try (reader) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          int at = row;
          Object[] values = batch.columns().stream().map(column -> column.object(at)).toArray();
          rows.add(Arrays.asList(values));
        }
      }
    }
    return rows;
  }

  private static List<String> names(BatchReader reader) {
    return reader.schema().fields().stream().map(Field::name).toList();
  }

  @Test
  void resultsAreJoinedToIdsAndProperties() throws IOException {
    Path csv = folder.resolve("paths.csv");
    try (GraphFrame towns = towns();
        FrameResult<?> paths = towns.run(ShortestPaths.from(towns.ids().vertex("A")))) {
      assertEquals(6, towns.vertexCount());
      assertEquals(5, towns.edgeCount());
      assertEquals(WeightType.INT32, towns.graph().weightType());
      assertSame(towns.graph(), towns.graph());
      try (BatchReader reader = paths.batches("people", "name")) {
        assertEquals(List.of("code", "people", "name", "distance", "parent"), names(reader));
        assertEquals(
            List.of(
                Arrays.asList("A", 10L, "Aix", 0L, null),
                Arrays.asList("B", 20L, null, 3L, "C"),
                Arrays.asList("C", 30L, "Caen", 2L, "A"),
                Arrays.asList("X", 40L, "Xi'an", null, null),
                Arrays.asList("Y", 50L, "Ypres", null, null),
                Arrays.asList("Z", 60L, "Zug", null, null)),
            rows(reader));
      }
      assertEquals(6, paths.writeCsv(csv, "name"));
      assertThrows(IllegalArgumentException.class, () -> paths.batches("nothing"));
    }
    assertEquals(
        """
        code,name,distance,parent
        A,Aix,0,
        B,,3,C
        C,Caen,2,A
        X,Xi'an,,
        Y,Ypres,,
        Z,Zug,,
        """,
        Files.readString(csv));
  }

  @Test
  void filteredFramesAreFramesOfTheirOwn() {
    GraphFrame rail;
    GraphFrame large;
    try (GraphFrame towns = towns()) {
      rail = towns.filterEdges(eq("rail", true));
      large = towns.filterVertices(and(gt("people", 15), Predicate.isNotNull("code")));
    }
    try (rail;
        large;
        GraphFrame largeRail = large.filterEdges(row -> row.getBoolean("rail"));
        GraphFrame some = rail.filterVertices(row -> row.isNull("name") || row.getLong(2) < 35)) {
      assertEquals(6, rail.vertexCount());
      assertEquals(
          List.of(List.of("A", "B"), List.of("C", "B"), List.of("X", "Y")),
          rows(rail.edges("from", "to")));
      assertEquals(5, large.vertexCount());
      assertEquals(
          List.of(List.of("C", "B", 1, true), List.of("X", "Y", 7, true)), rows(large.edges()));
      assertTrue(large.graph().hasEdge(large.ids().vertex("C"), large.ids().vertex("B")));
      assertEquals(2, large.graph().edges());
      assertEquals(-1, large.ids().vertex("A"));
      assertEquals(2, largeRail.edgeCount());
      assertEquals(
          List.of(
              Arrays.asList("A", "Aix", 10L),
              Arrays.asList("B", null, 20L),
              Arrays.asList("C", "Caen", 30L)),
          rows(some.vertices()));
      assertEquals(2, some.graph().edges());
      try (GraphFrame none = some.filterVertices(gt("people", 1000));
          FrameResult<?> nothing = none.run(new Components())) {
        assertEquals(0, none.vertexCount());
        assertEquals(List.of(), rows(nothing.batches()));
      }
      assertThrows(IllegalArgumentException.class, () -> some.filterEdges(gt("miles", 1)));
    }
  }

  @Test
  void aResultBecomesAProperty() {
    try (GraphFrame towns = towns();
        FrameResult<ComponentsResult> components = towns.run(new Components());
        GraphFrame marked = towns.withColumn("component", components.column("component"));
        GraphFrame part = marked.filterVertices(eq("component", "X"));
        FrameResult<?> degrees = part.degrees()) {
      assertEquals(
          List.of("code", "name", "people", "component"),
          marked.vertexSchema().fields().stream().map(Field::name).toList());
      assertEquals(
          List.of(List.of("X", "X", 1, 0), List.of("Y", "X", 0, 1)),
          rows(degrees.batches("component")));
      assertThrows(
          IllegalArgumentException.class,
          () -> marked.withColumn("component", components.column("component")));
      assertThrows(
          IllegalArgumentException.class,
          () -> part.withColumn("c", components.column("component")));
      assertThrows(IllegalArgumentException.class, () -> components.column("rank"));
    }
  }

  @Test
  void verticesOfEdgesAlone() {
    try (Batch edges =
            new BatchBuilder().longs("source", 70, 5, 70).longs("target", 5, -1, 8).build();
        GraphFrame frame =
            GraphFrame.builder().edges(BatchReader.of(edges)).directed(false).build()) {
      assertEquals(
          List.of(List.of(70L), List.of(5L), List.of(-1L), List.of(8L)), rows(frame.vertices()));
      assertEquals("id", frame.idColumn());
      assertFalse(frame.graph().isDirected());
      try (FrameResult<?> degrees = frame.degrees()) {
        assertEquals(
            List.of(List.of(70L, 2), List.of(5L, 2), List.of(-1L, 1), List.of(8L, 1)),
            rows(degrees.batches()));
      }
    }
  }

  private static GraphFrame unknown(UnknownVertices policy) {
    try (Batch vertices = new BatchBuilder().ints("id", 3, 1).strings("name", "c", "a").build();
        Batch more = new BatchBuilder().ints("id", 9).strings("name", "i").build();
        Batch edges = new BatchBuilder().longs("source", 1, 7).longs("target", 3, 9).build()) {
      return builder(BatchReader.of(vertices, more), BatchReader.of(edges))
          .unknownVertices(policy)
          .build();
    }
  }

  @Test
  void unknownVerticesAreAddedOrAnError() {
    try (GraphFrame frame = unknown(UnknownVertices.ADD)) {
      assertEquals(
          List.of(
              Arrays.asList(3, "c"),
              Arrays.asList(1, "a"),
              Arrays.asList(9, "i"),
              Arrays.asList(7, null)),
          rows(frame.vertices()));
      assertTrue(frame.graph().hasEdge(3, 2));
    }
    assertEquals(
        "edges: column \"source\" has \"7\", which is not among the vertices, in row 1",
        assertThrows(IllegalArgumentException.class, () -> unknown(UnknownVertices.FAIL))
            .getMessage());
  }

  private static String refused(Batch vertices, Batch edges, String weight) {
    try (vertices;
        edges) {
      return assertThrows(
              IllegalArgumentException.class,
              () -> {
                try (GraphFrame frame =
                    builder(BatchReader.of(vertices), BatchReader.of(edges))
                        .weight(weight)
                        .build()) {
                  frame.graph();
                }
              })
          .getMessage();
    }
  }

  private static Batch ids(String... ids) {
    return new BatchBuilder().strings("id", ids).build();
  }

  private static BatchBuilder edge(String source, String target) {
    return new BatchBuilder().strings("source", source).strings("target", target);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertEquals(
        "vertices: column \"id\" has \"a\" of row 0 again in row 2",
        refused(ids("a", "b", "a"), edge("a", "b").build(), null));
    assertEquals(
        "vertices: column \"id\" is null in row 1",
        refused(ids("a", null), edge("a", "a").build(), null));
    assertEquals(
        "edges: column \"target\" is null in row 0",
        refused(ids("a"), edge("a", null).build(), null));
    assertEquals(
        "edges: there is no column \"km\"; there are source, target",
        refused(ids("a"), edge("a", "a").build(), "km"));
    assertTrue(
        refused(ids("a"), edge("a", "a").build(), "source")
            .startsWith("edges: weights are numbers; column \"source\" is"));
    assertTrue(
        refused(new BatchBuilder().doubles("id", 1.5).build(), edge("a", "a").build(), null)
            .startsWith("vertices: ids are integers or text; column \"id\" is"));
    assertEquals(
        "edges: column \"source\" has text, unlike the ids before",
        refused(new BatchBuilder().ints("id", 1).build(), edge("a", "a").build(), null));
    assertThrows(IllegalStateException.class, () -> GraphFrame.builder().build());
  }

  @Test
  void aClosedFrameIsClosed() {
    GraphFrame towns = towns();
    FrameResult<PageRankResult> ranks = towns.run(PageRank.defaults());
    CsrGraph graph = towns.graph();
    BatchReader reader = towns.vertices();
    Batch kept = reader.next().detach();
    towns.close();
    towns.close();
    assertThrows(IllegalStateException.class, towns::graph);
    assertThrows(IllegalStateException.class, towns::vertices);
    assertThrows(IllegalStateException.class, () -> towns.filterEdges(_ -> true));
    assertThrows(IllegalStateException.class, () -> towns.run(new Components()));
    assertThrows(IllegalStateException.class, () -> graph.run(new Components()));
    reader.close();
    assertEquals("Zug", kept.column("name").asStrings().get(5));
    kept.close();
    assertEquals("Zug", rows(ranks.batches("name")).get(5).get(1));
    ranks.close();
    assertThrows(IllegalStateException.class, () -> ranks.batches("name"));
  }

  @Test
  void csvFilesInAndOut() throws IOException {
    Path vertices = folder.resolve("v.csv");
    Files.writeString(vertices, "id,name\n1,one\n2,two\n3,\"three, or so\"\n");
    Path edges = folder.resolve("e.csv");
    Files.writeString(edges, "source,target,w\n1,2,0.5\n1,2,0.25\n2,3,1\n3,3,1\n");
    Path arrow = folder.resolve("out.arrow");
    for (Engine engine : new Engine[] {Engine.JAVA, Engine.AUTO}) {
      RunOptions run = RunOptions.defaults().engine(engine).threads(2);
      try (GraphFrame frame =
              GraphFrame.builder()
                  .vertices(vertices)
                  .edges(edges)
                  .weight("w")
                  .duplicates(Duplicates.SUM)
                  .keepSelfLoops(true)
                  .build(run);
          FrameResult<PageRankResult> ranks = frame.run(PageRank.defaults(), run)) {
        assertEquals(3, frame.graph().edges());
        assertEquals(0.75, frame.graph().weight(0, 1));
        boolean onJava = engine == Engine.JAVA || !Gatun.nativeAvailable().available();
        assertEquals(onJava ? Engine.JAVA : Engine.NATIVE, ranks.info().engine());
        assertEquals(3, ranks.writeArrow(arrow, "name"));
        assertEquals("three, or so", rows(ranks.batches("name")).get(2).get(1));
      }
    }
    assertTrue(Files.size(arrow) > 0);
  }
}
