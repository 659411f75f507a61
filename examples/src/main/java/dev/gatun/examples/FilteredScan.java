package dev.gatun.examples;

import static dev.gatun.parquet.Predicate.and;
import static dev.gatun.parquet.Predicate.eq;
import static dev.gatun.parquet.Predicate.gt;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Row;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.ScanMetrics;
import java.time.LocalDate;

/// Reads a few columns of the rows that pass a filter. Row groups and pages that cannot have such
/// rows, by their statistics, are not even read from the disk.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.FilteredScan data/trips
/// ```
public final class FilteredScan {
  private FilteredScan() {}

  public static void main(String[] args) {
    Predicate wanted =
        and(
            gt("day", LocalDate.of(2026, 2, 20)),
            gt("fare", 50),
            eq("driver.name", "Ana")); // a column inside a struct
    // The same from text, as users type it.
    Predicate parsed = Predicate.parse("day > '2026-02-20' and fare > 50 and driver.name = 'Ana'");
    System.out.println(wanted + "\n" + parsed);

    try (ParquetDataset trips = ParquetDataset.of(args[0]);
        ParquetReader reader =
            trips.scan().columns("id", "day", "city", "fare", "tags").filter(parsed).open()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (Row row : batch.rows()) { // convenient; CsvToColumns shows the fast way
          System.out.printf(
              "%4d  %s  %-9s %6s  %s%n",
              row.getLong("id"),
              row.getObject("day"),
              row.getString("city"),
              row.getDecimal("fare"),
              row.getList("tags"));
        }
      }
      ScanMetrics metrics = reader.metrics();
      System.out.printf(
          "%d of %d rows looked at, %d row groups and %d pages left out, on %s%n",
          metrics.rowsRead(),
          trips.rows(),
          metrics.rowGroupsSkipped(),
          metrics.pagesSkipped(),
          reader.info().engine());
    }
  }
}
