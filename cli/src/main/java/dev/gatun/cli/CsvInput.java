package dev.gatun.cli;

import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.LateTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which texts to read, and how.
final class CsvInput {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "CSV files of the same columns; folders, with all .csv, .tsv, .psv and .txt files in them;"
            + " quoted patterns with *, **, ?, [], {}.",
        ".gz and .zst are unpacked. - reads standard input."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      order = 1,
      description = "Only these, in this order. Default: all.")
  private List<String> columns = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nHow the text is cut:%n", order = 20)
  private CsvDialectOptions dialect = new CsvDialectOptions();

  @ArgGroup(validate = false, heading = "%nHow values are written:%n", order = 30)
  private CsvFormatOptions formats = new CsvFormatOptions();

  /// Some texts and how to read them.
  ///
  /// @param name what messages call them
  /// @param names each of them
  record Request(String name, List<String> names, CsvScan scan) {}

  /// What the options make of a scan.
  ///
  /// @param defaultLateTypes where no option says anything
  /// @throws IllegalArgumentException when one has a value that it cannot have
  UnaryOperator<CsvScan> settings(LateTypes defaultLateTypes) {
    if (names.contains("")) {
      throw new IllegalArgumentException("FILE is empty");
    }
    if (names.size() > 1 && names.contains(STANDARD_INPUT)) {
      throw new IllegalArgumentException("standard input, -, is read alone");
    }
    CsvDialect cut = dialect.dialect();
    UnaryOperator<CsvScan> settings =
        scan -> {
          CsvScan all = formats.applyTo(scan.dialect(cut), defaultLateTypes);
          return columns.isEmpty() ? all : all.columns(columns.toArray(String[]::new));
        };
    // Tried out at once, so that what is wrong with the options is said before files are looked
    // for.
    CsvScan unused = settings.apply(CsvScan.of(Path.of(STANDARD_INPUT)));
    return settings;
  }

  /// Finds the files.
  Request find(UnaryOperator<CsvScan> settings) {
    if (names.contains(STANDARD_INPUT)) {
      String name = "standard input";
      return new Request(name, List.of(name), settings.apply(CsvScan.of(name, System.in)));
    }
    List<Path> files = names.stream().flatMap(name -> CsvScan.find(name).stream()).toList();
    return new Request(
        Units.files(files),
        files.stream().map(Path::toString).toList(),
        settings.apply(CsvScan.of(files)));
  }
}
