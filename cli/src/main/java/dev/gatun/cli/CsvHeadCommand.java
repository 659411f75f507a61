package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.LateTypes;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun csv head`: first rows.
@Command(
    name = "head",
    description = {
      "First rows. Long values are cut, unless --json is given; a table that would be too wide for"
          + " a screen is shown row by row. Types are those of the beginning, unless --late widen"
          + " is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun csv head trips.csv",
      "  gatun csv head edges.tsv -n 3 --comment '#' --no-header",
      "  zcat trips.csv.gz | gatun csv head - --columns fare,tip"
    })
final class CsvHeadCommand extends CsvReadingCommand {
  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      order = 0,
      description = "Rows. Default: ${DEFAULT-VALUE}.")
  private int rows = 10;

  CsvHeadCommand() {
    super(LateTypes.FAIL);
  }

  @Override
  void checkOptions() {
    if (rows < 0) {
      throw wrongUsage("-n " + rows + " is negative");
    }
  }

  @Override
  Report read(CsvInput.Request request, long start) {
    RowTables found = new RowTables();
    Report report = new Report();
    try (CsvReader reader = request.scan().limit(rows).open()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        found.add(batch);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      found.report(reader.schema(), report);
      return report
          .json("dialect", CsvDialects.json(reader.dialect()))
          .ran(reader.info(), elapsed, reader.metrics().storedBytes());
    }
  }
}
