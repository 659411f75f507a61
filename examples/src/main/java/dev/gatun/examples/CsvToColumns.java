package dev.gatun.examples;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.arrow.StringColumn;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Reads a CSV file with mistakes into typed columns, and says exactly what is wrong where.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.CsvToColumns data/broken.csv
/// ```
public final class CsvToColumns {
  private CsvToColumns() {}

  public static void main(String[] args) {
    // Everything is found out by default. Types that matter are better said.
    CsvScan scan =
        CsvScan.of(Path.of(args[0]))
            .type("fare", new DataType.Decimal(9, 2, 128))
            .type("day", new DataType.Date());
    System.out.println(scan.inspect().dialect());
    try (CsvTable all = scan.read()) {
      throw new AssertionError(all.rowCount() + " rows, although some are wrong");
    } catch (CsvException e) {
      System.out.println(e.problem().kind() + ": " + e.getMessage());
    }

    try (CsvTable table = scan.rejects(100).read()) { // at most so many: more are an error
      Map<String, BigDecimal> fares = new TreeMap<>();
      for (Batch batch : table.batches()) {
        StringColumn cities = batch.column("city").asStrings();
        DecimalColumn amounts = batch.column("fare").asDecimals();
        for (int row = 0; row < batch.rowCount(); row++) {
          if (!amounts.isNull(row)) {
            fares.merge(cities.get(row), amounts.get(row), BigDecimal::add);
          }
        }
      }
      System.out.printf("%d rows on %s:%n", table.rowCount(), table.info().engine());
      fares.forEach((city, fare) -> System.out.println("  " + city + " " + fare));
      System.out.println(table.rejects().size() + " rejects:");
      for (CsvProblem problem : table.rejects()) {
        System.out.println("  " + problem);
      }
    }
  }
}
