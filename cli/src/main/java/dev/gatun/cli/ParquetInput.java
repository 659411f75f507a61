package dev.gatun.cli;

import dev.gatun.RunInfo;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Schema;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.ParquetFile;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.parquet.Predicate;
import dev.gatun.parquet.ScanMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which rows and columns of which files the commands that read values are to read.
final class ParquetInput {
  private static final int LONGEST_PROBLEM = 300;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Parquet files of one schema; folders, with all .parquet files in them; quoted patterns"
            + " with *, **, ?, [], {}."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      order = 1,
      description = "Only these, by dotted paths, also inside structs and lists. Default: all.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "PREDICATE",
      order = 2,
      description = {
        "Only rows that pass, such as 'a > 5 and b = \"x\"': = <> < <= > >=, in, between, like,"
            + " is null, and, or, not. Columns need not be among --columns."
      })
  private @Nullable String where;

  /// The files, at least one, and what to read of them.
  ///
  /// @param predicate null for all rows
  record Request(List<Path> files, List<String> columns, @Nullable Predicate predicate) {
    /// A scan of one of the files.
    ParquetScan scan(ParquetFile file) {
      ParquetScan scan = file.scan().columns(columns.toArray(String[]::new));
      return predicate == null ? scan : scan.filter(predicate);
    }
  }

  /// What was read.
  ///
  /// @param schema of the batches
  /// @param files that were read
  /// @param rows of the batches
  /// @param info of the last file's scan
  record Reading(Schema schema, int files, long rows, ScanMetrics metrics, RunInfo info) {}

  /// The predicate, parsed.
  ///
  /// @throws IllegalArgumentException when it cannot be, or another option is wrong
  @Nullable Predicate predicate() {
    if (names.contains("")) {
      throw new IllegalArgumentException("FILE is empty");
    }
    return where == null ? null : Predicate.parse(where);
  }

  /// Finds the files.
  List<Path> files() {
    return names.stream().flatMap(name -> ParquetDataset.find(name).stream()).toList();
  }

  /// What to read of these files.
  Request request(List<Path> files, @Nullable Predicate predicate) {
    if (files.size() > 1) {
      // Rows of different schemas make no table; better said before anything is read.
      ParquetDataset.of(files).close();
    }
    return new Request(files, columns, predicate);
  }

  /// Reads file after file.
  ///
  /// @param limit rows of all files
  /// @param scanOf the scan of a file, without the limit
  static Reading read(
      Request request,
      long limit,
      Function<ParquetFile, ParquetScan> scanOf,
      Consumer<Batch> sink,
      Progress progress) {
    ScanMetrics total = new ScanMetrics(0, 0, 0, 0, 0);
    long rows = 0;
    int read = 0;
    Schema schema;
    RunInfo info;
    do {
      Path path = request.files().get(read);
      progress.stage(stage(path, read, request.files().size()));
      try (ParquetFile file = ParquetFile.open(path);
          ParquetReader reader = open(file, scanOf.apply(file).limit(limit - rows))) {
        schema = reader.schema();
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          rows += batch.rowCount();
          sink.accept(batch);
        }
        total = sum(total, reader.metrics(), file.metadata().bytesRead());
        info = reader.info();
      }
      read++;
    } while (rows < limit && read < request.files().size());
    return new Reading(schema, read, rows, total, info);
  }

  /// What a scan rejects is about this file: its columns and their types.
  private static ParquetReader open(ParquetFile file, ParquetScan scan) {
    try {
      return scan.open();
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      String shown =
          problem.length() <= LONGEST_PROBLEM
              ? problem
              : problem.substring(0, LONGEST_PROBLEM) + "…";
      throw new Failure.CommandException(
          file.name() + ": " + shown + "; see 'gatun parquet schema'", e);
    }
  }

  private static String stage(Path path, int index, int files) {
    String name = String.valueOf(path.getFileName());
    return "reading " + (files == 1 ? name : "%d of %d: %s".formatted(index + 1, files, name));
  }

  private static ScanMetrics sum(ScanMetrics a, ScanMetrics b, long footerBytes) {
    return new ScanMetrics(
        a.rowsRead() + b.rowsRead(),
        a.bytesRead() + b.bytesRead() + footerBytes,
        a.pagesRead() + b.pagesRead(),
        a.pagesSkipped() + b.pagesSkipped(),
        a.rowGroupsSkipped() + b.rowGroupsSkipped());
  }
}
