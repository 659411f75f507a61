package dev.gatun.bench;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Times reading CSV files in a process of its own: into memory (`read`) or batch by batch
/// (`open`). Prints the lines of [Trials], and for each file and way one `M WAY FILE SECONDS MB/s`
/// with the median.
///
/// ```
/// java -cp benchmarks.jar dev.gatun.bench.RunCsv messy.csv,taxi.csv read,open 5 native 2 '' NA
/// ```
///
/// Dialect and types are found out each time, types of the whole file: `open` reads it twice, as
/// [dev.gatun.csv.LateTypes#WIDEN] does. Cells that are null stand at the end, else the empty one
/// is.
public final class RunCsv {
  private final RunOptions run;
  private final CsvFormats formats;

  private RunCsv(String engine, String threads, String[] nulls) {
    this.run =
        RunOptions.defaults().engine(Engine.parse(engine)).threads(Integer.parseInt(threads));
    this.formats = nulls.length == 0 ? CsvFormats.defaults() : CsvFormats.defaults().nulls(nulls);
  }

  public static void main(String[] arguments) {
    if (arguments.length < 5) {
      System.err.println(
          "usage: RunCsv FILE[,FILE…] read|open[,…] TRIALS native|java THREADS [NULL…]");
      System.exit(2);
    }
    Trials trials = new Trials(Integer.parseInt(arguments[2]));
    String[] nulls = Arrays.copyOfRange(arguments, 5, arguments.length);
    RunCsv runs = new RunCsv(arguments[3], arguments[4], nulls);
    for (String file : arguments[0].split(",")) {
      for (String way : List.of(arguments[1].split(","))) {
        runs.time(trials, way, Path.of(file));
      }
    }
  }

  private void time(Trials trials, String way, Path file) {
    CsvScan scan = CsvScan.of(file).options(run).formats(formats);
    long[] bytes = {0};
    double seconds =
        trials.time(
            way,
            String.valueOf(file.getFileName()),
            () ->
                switch (way) {
                  case "read" -> read(scan, bytes);
                  case "open" -> open(scan, bytes);
                  default -> throw new IllegalArgumentException("neither read nor open: " + way);
                });
    System.out.printf(
        "M %s %s %.6f %.0f MB/s%n", way, file.getFileName(), seconds, bytes[0] / seconds / 1e6);
  }

  /// @return rows
  private static long read(CsvScan scan, long[] bytes) {
    try (CsvTable table = scan.read()) {
      bytes[0] = table.metrics().bytes();
      return table.rowCount();
    }
  }

  /// @return rows
  private static long open(CsvScan scan, long[] bytes) {
    try (CsvReader reader = scan.open()) {
      long rows = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rowCount();
      }
      bytes[0] = reader.metrics().bytes();
      return rows;
    }
  }
}
