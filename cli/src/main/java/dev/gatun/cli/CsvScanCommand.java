package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.csv.CsvMetrics;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.LateTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun csv scan`: reads values and aggregates them.
@Command(
    name = "scan",
    description = {
      "Reads all values, or those of some columns, and tells of each column how many there are,"
          + " their range, and sum, mean or length where there is one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun csv scan trips.csv",
      "  gatun csv scan 'trips/*.csv.gz' --columns fare,tip --json",
      "  gatun csv scan prices.csv --delimiter ';' --decimal , --null NA",
      "  gatun csv scan trips.csv --type 'fare=decimal(9, 2)' --rejects bad.csv"
    })
final class CsvScanCommand extends CsvReadingCommand {
  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 2,
      description = "Rows at most. Default: all.")
  private @Nullable Long limit;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      order = 3,
      description = "Leave out records that are wrong and tell of them in this CSV file.")
  private @Nullable Path rejects;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      order = 4,
      description = "One more is an error. Default: ${DEFAULT-VALUE}.")
  private int mostRejects = 1_000_000;

  CsvScanCommand() {
    super(LateTypes.WIDEN);
  }

  @Override
  void checkOptions() {
    if (limit != null && limit < 0) {
      throw wrongUsage("--limit " + limit + " is negative");
    }
    if (mostRejects < 0) {
      throw wrongUsage("--max-rejects " + mostRejects + " is negative");
    }
  }

  @Override
  String rejectsOption() {
    return "--rejects";
  }

  @Override
  Report read(CsvInput.Request request, long start) throws IOException {
    CsvScan scan = request.scan();
    if (limit != null) {
      scan = scan.limit(limit);
    }
    if (rejects != null) {
      scan = scan.rejects(mostRejects);
    }
    try (CsvReader reader = scan.open()) {
      ColumnAggregates columns = new ColumnAggregates(reader.schema());
      long rows = 0;
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        columns.add(batch);
        rows += batch.rowCount();
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      if (rejects != null) {
        RejectsCsv.write(rejects, reader.rejects());
      }
      Report report = new Report();
      addFacts(request, reader, rows, elapsed, report);
      AggregateTables.report(columns, report);
      return report;
    }
  }

  private void addFacts(
      CsvInput.Request request, CsvReader reader, long rows, Duration elapsed, Report report) {
    CsvMetrics metrics = reader.metrics();
    long perSecond = Math.round(rows / (Math.max(1, elapsed.toNanos()) / 1e9));
    report
        .fact("input", request.name())
        .fact("dialect", CsvDialects.describe(reader.dialect()))
        .fact("rows", Units.count(rows));
    if (rejects != null) {
      report.fact("rejected", Units.count(metrics.rejected()) + ", see " + rejects);
    }
    report
        .fact("read", read(metrics))
        .fact(
            "time",
            "%s, %s rows/s, %s"
                .formatted(
                    Units.duration(elapsed),
                    Units.count(perSecond),
                    Units.rate(metrics.bytes(), elapsed)))
        .fact("engine", Units.engine(reader.info()))
        .json("files", request.names())
        .json("dialect", CsvDialects.json(reader.dialect()))
        .json("rows", rows)
        .json("rejected", metrics.rejected())
        .json("bytes", metrics.bytes())
        .json("rows_per_second", perSecond)
        .json("peak_bytes", reader.info().peakBytes())
        .ran(reader.info(), elapsed, metrics.storedBytes());
  }

  private static String read(CsvMetrics metrics) {
    String text = Units.bytes(metrics.bytes());
    String stored = Units.bytes(metrics.storedBytes());
    return text.equals(stored) ? text : text + " of text, " + stored + " as stored";
  }
}
