package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.arrow.BatchReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.exec.Execution;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Where the rows of a frame come from.
@FunctionalInterface
interface FrameSource {
  /// Reads all rows.
  ColumnTable read(RunOptions options, Execution execution);

  static FrameSource of(BatchReader reader) {
    return (_, execution) -> ColumnTable.read(reader, execution);
  }

  /// Parquet or CSV by the ending of the first.
  static FrameSource of(List<Path> files) {
    String name = files.getFirst().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".parquet") ? parquet(files) : csv(files);
  }

  private static FrameSource parquet(List<Path> files) {
    return (options, execution) -> {
      try (ParquetDataset dataset = ParquetDataset.of(files, options);
          ParquetReader reader = dataset.scan().options(options).open()) {
        return ColumnTable.read(reader, execution);
      }
    };
  }

  private static FrameSource csv(List<Path> files) {
    return (options, execution) -> {
      CsvTable table = CsvScan.of(files).options(options).read();
      try (BatchReader reader = table.reader()) {
        return ColumnTable.read(reader, execution);
      }
    };
  }
}
