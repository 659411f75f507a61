package dev.gatun.examples;

import dev.gatun.Gatun;
import dev.gatun.arrow.ArrowExport;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.duckdb.DuckDBConnection;

/// SQL over what Gatun reads: DuckDB takes the batches as they are, without a copy, through the
/// Arrow C data interface. DuckDB knows streams as objects of arrow-java, which wants the last two
/// flags; Gatun's side of it does not.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED \
///     --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
///     -cp "target/classes:target/lib/*:target/provided/*" \
///     dev.gatun.examples.ArrowToDuckDb data/trips.csv
/// ```
public final class ArrowToDuckDb {
  private static final String SQL =
      """
      SELECT city, count(*) AS trips, round(sum(fare), 2) AS fares, max(pickup) AS latest
      FROM trips WHERE card GROUP BY city ORDER BY trips DESC, city\
      """;

  private ArrowToDuckDb() {}

  public static void main(String[] args) throws SQLException {
    CsvReader reader = CsvScan.of(Path.of(args[0])).open();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator);
        Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      // From here on the reader is the consumer's, who closes it.
      ArrowExport.stream(reader, stream.memoryAddress());
      duckDb.unwrap(DuckDBConnection.class).registerArrowStream("trips", stream);
      try (Statement statement = duckDb.createStatement();
          ResultSet rows = statement.executeQuery(SQL)) {
        while (rows.next()) {
          System.out.printf(
              "%-9s %3d trips, %8s, the latest at %s%n",
              rows.getString("city"),
              rows.getLong("trips"),
              rows.getBigDecimal("fares"),
              rows.getTimestamp("latest"));
        }
      }
    }
    System.out.println("bytes left behind: " + Gatun.metrics().memory().liveBytes());
  }
}
