package dev.gatun.cli;

import dev.gatun.parquet.Predicate;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun parquet head`: first rows.
@Command(
    name = "head",
    description = {
      "First rows. Long values are cut, unless --json is given; a table that would be too wide for"
          + " a screen is shown row by row."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet head trips.parquet",
      "  gatun parquet head trips.parquet -n 3 --columns fare,tip --where 'fare > 100'"
    })
final class ParquetHeadCommand extends GatunCommand {
  @Mixin private ParquetInput input = new ParquetInput();

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      order = 0,
      description = "Rows. Default: ${DEFAULT-VALUE}.")
  private int rows = 10;

  @Override
  protected Report run(Progress progress) {
    if (rows < 0) {
      throw wrongUsage("-n " + rows + " is negative");
    }
    Predicate predicate = usage(input::predicate);
    Setting.now(); // loads the native library, which is not to count as reading
    long start = System.nanoTime();
    ParquetInput.Request request = input.request(input.files(), predicate);
    RowTables found = new RowTables();
    ParquetInput.Reading reading =
        ParquetInput.read(request, rows, request::scan, found::add, progress);
    Report report = new Report();
    found.report(reading.schema(), report);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return report.ran(reading.info(), elapsed, reading.metrics().bytesRead());
  }
}
