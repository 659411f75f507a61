package dev.gatun.examples;

import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetMetadata;

/// What is in a folder of Parquet files: reads the footers only, however large the files are.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.ParquetFolder data/trips
/// ```
public final class ParquetFolder {
  private ParquetFolder() {}

  public static void main(String[] args) {
    // A folder, a file, or a pattern such as "data/**/*.parquet". All must have one schema.
    try (ParquetDataset trips = ParquetDataset.of(args[0])) {
      System.out.printf("%d rows in %d files%n", trips.rows(), trips.files().size());
      for (int i = 0; i < trips.files().size(); i++) {
        ParquetMetadata file = trips.metadata(i);
        System.out.printf(
            "%s: %d rows in %d row groups, %d bytes, %s%n",
            trips.files().get(i).getFileName(),
            file.rows(),
            file.rowGroups().size(),
            file.fileSize(),
            file.compressions());
        System.out.println("  by " + file.createdBy() + "\n  " + file.encodings());
      }
      System.out.println();
      for (ParquetColumn column : trips.schema().columns()) {
        // Bounds of all files together, as Java values of the column's type.
        ColumnStatistics statistics = trips.statistics(column.index());
        System.out.printf(
            "%-18s %-11s %-20s %3d nulls, %s%n",
            column.name(),
            column.physicalType(),
            column.logicalType() == null ? "" : column.logicalType().text(),
            statistics.nullCount(),
            statistics.min() == null ? "no bounds" : statistics.min() + " to " + statistics.max());
      }
    }
  }
}
