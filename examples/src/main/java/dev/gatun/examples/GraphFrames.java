package dev.gatun.examples;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Row;
import dev.gatun.graph.Components;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.FrameResult;
import dev.gatun.graph.GraphFrame;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.parquet.Predicate;
import java.nio.file.Path;

/// A graph with properties: a table of vertices and a table of edges, here CSV files (Parquet files
/// are read the same way). Algorithms run on it, results come back joined to names, and are written
/// as Arrow IPC and CSV, for pandas, Polars, DuckDB, R and whoever else reads these.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.GraphFrames data/cities.csv data/flights.csv target
/// ```
public final class GraphFrames {
  private GraphFrames() {}

  public static void main(String[] args) {
    Path output = Path.of(args[2]);
    try (GraphFrame flights =
            GraphFrame.builder()
                .vertices(Path.of(args[0]))
                .id("city")
                .edges(Path.of(args[1]))
                .endpoints("from", "to")
                .weight("km")
                .directed(false)
                .build();
        FrameResult<PageRankResult> ranks = flights.run(PageRank.defaults());
        FrameResult<ComponentsResult> components = flights.run(new Components())) {
      System.out.println(flights);
      System.out.println(components.result().count() + " components");
      System.out.println(
          "wrote " + ranks.writeArrow(output.resolve("ranks.arrow"), "country") + " rows");

      // Results become properties, which filters can ask for like any other.
      try (GraphFrame marked =
              flights
                  .withColumn("rank", ranks.column("rank"));
          GraphFrame american =
              marked.filterVertices(Predicate.parse("continent = 'America' and rank > 0.05"));
          FrameResult<?> degrees = american.degrees();
          BatchReader reader = degrees.batches("country", "rank")) {
        System.out.println("America's best, and flights among them:");
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          for (Row row : batch.rows()) {
            System.out.printf(
                "  %s (%s), rank %.4f, %d flights%n",
                row.getString("city"),
                row.getString("country"),
                row.getDouble("rank"),
                row.getInt("degree"));
          }
        }
      }

      // Rows of a frame's edges are a table like any other.
      try (GraphFrame far = flights.filterEdges(Predicate.gt("km", 9000))) {
        System.out.println(far.edgeCount() + " flights of more than 9000 km");
      }
    }
  }
}
