package dev.gatun.cli;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Schema;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.ScanMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun parquet scan`: reads values and aggregates them.
@Command(
    name = "scan",
    description = {
      "Reads all values, or those of some rows and columns, and tells of each column how many there"
          + " are, their range, and sum, mean or length where there is one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet scan trips.parquet",
      "  gatun parquet scan 'trips/*.parquet' --columns fare,tip --json",
      "  gatun parquet scan trips.parquet --where 'fare > 100 and tip is not null'"
    })
final class ParquetScanCommand extends GatunCommand {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  @Mixin private ParquetInput input = new ParquetInput();

  @Option(
      names = "--row-groups",
      paramLabel = "N|N-M",
      split = ",",
      order = 3,
      description = "Only these row groups of the one file, such as 0,4-7. Default: all.")
  private List<String> rowGroups = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 4,
      description = "Rows at most. Default: all.")
  private @Nullable Long limit;

  @Option(
      names = "--batch-rows",
      paramLabel = "N",
      order = 5,
      description = "Rows of a batch. Default: by the width of a row.")
  private int batchRows;

  @Override
  protected Report run(Progress progress) {
    checkOptions();
    Predicate predicate = usage(input::predicate);
    int[] groups = usage(this::rowGroupNumbers);
    Setting.now(); // loads the native library, which is not to count as reading
    long start = System.nanoTime();
    List<Path> files = input.files();
    if (groups.length > 0 && files.size() > 1) {
      throw wrongUsage("--row-groups are of one file, here are " + files.size());
    }
    ParquetInput.Request request = input.request(files, predicate);
    Totals totals = new Totals();
    ParquetInput.Reading reading =
        ParquetInput.read(
            request,
            limit == null ? Long.MAX_VALUE : limit,
            file -> narrowed(file, request.scan(file), groups),
            totals,
            progress);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Report report = new Report();
    addFacts(request, reading, elapsed, report);
    AggregateTables.report(totals.columns(reading.schema()), report);
    return report;
  }

  private void checkOptions() {
    if (limit != null && limit < 0) {
      throw wrongUsage("--limit " + limit + " is negative");
    }
    if (batchRows < 0) {
      throw wrongUsage("--batch-rows " + batchRows + " is negative");
    }
  }

  /// The numbers of `--row-groups`; none stands for all.
  private int[] rowGroupNumbers() {
    return rowGroups.stream().flatMapToInt(ParquetScanCommand::range).toArray();
  }

  /// `3`, or `3-5` with both ends.
  private static IntStream range(String text) {
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      throw new IllegalArgumentException("--row-groups '" + text + "' is no number and no range");
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    if (last < first) {
      throw new IllegalArgumentException("--row-groups '" + text + "' ends before it begins");
    }
    return IntStream.rangeClosed(first, last);
  }

  private ParquetScan narrowed(ParquetFile file, ParquetScan scan, int[] groups) {
    int count = file.metadata().rowGroups().size();
    for (int group : groups) {
      if (group >= count) {
        throw new Failure.CommandException(
            "%s: there is no row group %d; it has %s, counted from 0"
                .formatted(file.name(), group, Units.count(count, "row group", "row groups")));
      }
    }
    ParquetScan narrowed = scan.batchRows(batchRows);
    return groups.length == 0 ? narrowed : narrowed.rowGroups(groups);
  }

  /// The aggregates, of which there are some from the first batch on.
  private static final class Totals implements Consumer<Batch> {
    private @Nullable ColumnAggregates columns;

    @Override
    public void accept(Batch batch) {
      columns(batch.schema()).add(batch);
    }

    ColumnAggregates columns(Schema schema) {
      if (columns == null) {
        columns = new ColumnAggregates(schema);
      }
      return columns;
    }
  }

  private static void addFacts(
      ParquetInput.Request request, ParquetInput.Reading reading, Duration elapsed, Report report) {
    ScanMetrics metrics = reading.metrics();
    double seconds = Math.max(1, elapsed.toNanos()) / 1e9;
    long perSecond = Math.round(metrics.rowsRead() / seconds);
    report
        .fact("input", Units.files(request.files()))
        .fact("rows", rows(request, reading))
        .fact(
            "read",
            "%s, %s, %s"
                .formatted(
                    Units.bytes(metrics.bytesRead()),
                    Units.count(metrics.pagesRead(), "page", "pages"),
                    skipped(metrics)))
        .fact(
            "time",
            "%s, %s rows/s, %s"
                .formatted(
                    Units.duration(elapsed),
                    Units.count(perSecond),
                    Units.rate(metrics.bytesRead(), elapsed)))
        .fact("engine", Units.engine(reading.info()))
        .json("files", request.files().stream().map(Path::toString).toList())
        .json("files_read", reading.files())
        .json("where", Objects.toString(request.predicate(), null))
        .json("rows", reading.rows())
        .json("rows_read", metrics.rowsRead())
        .json("pages_read", metrics.pagesRead())
        .json("pages_skipped", metrics.pagesSkipped())
        .json("row_groups_skipped", metrics.rowGroupsSkipped())
        .json("rows_per_second", perSecond)
        .json("peak_bytes", reading.info().peakBytes())
        .ran(reading.info(), elapsed, metrics.bytesRead());
  }

  private static String rows(ParquetInput.Request request, ParquetInput.Reading reading) {
    String rows = Units.count(reading.rows());
    return request.predicate() == null
        ? rows
        : rows + " of " + Units.count(reading.metrics().rowsRead()) + " that were looked at";
  }

  private static String skipped(ScanMetrics metrics) {
    return metrics.pagesSkipped() == 0 && metrics.rowGroupsSkipped() == 0
        ? "nothing skipped"
        : "skipped %s and %s"
            .formatted(
                Units.count(metrics.pagesSkipped(), "page", "pages"),
                Units.count(metrics.rowGroupsSkipped(), "row group", "row groups"));
  }
}
