package dev.gatun.cli;

import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.LateTypes;
import java.io.IOException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;

/// What the commands on CSV files do alike: find the files, and say what can be done where one is
/// not what it should be.
abstract class CsvReadingCommand extends GatunCommand {
  @Mixin private CsvInput input = new CsvInput();

  private final LateTypes defaultLateTypes;

  /// @param defaultLateTypes where no option says anything
  CsvReadingCommand(LateTypes defaultLateTypes) {
    this.defaultLateTypes = defaultLateTypes;
  }

  @Override
  protected final Report run(Progress progress) throws IOException {
    checkOptions();
    UnaryOperator<CsvScan> settings = usage(() -> input.settings(defaultLateTypes));
    Setting.now(); // loads the native library, which is not to count as reading
    long start = System.nanoTime();
    CsvInput.Request request = input.find(settings);
    progress.stage("reading " + request.name());
    try {
      return read(request, start);
    } catch (CsvException e) {
      throw new Failure.CommandException(e.getMessage() + hint(e.problem().kind()), e);
    }
  }

  /// Looks at the command's own options.
  void checkOptions() {
    // Most have none that can be wrong.
  }

  /// Reads and reports.
  ///
  /// @param start when it began, in nanoseconds
  abstract Report read(CsvInput.Request request, long start) throws IOException;

  /// What leaves bad records out.
  String rejectsOption() {
    return "'gatun csv scan --rejects'";
  }

  private String hint(CsvProblem.Kind kind) {
    return switch (kind) {
      case TOO_FEW_FIELDS, TOO_MANY_FIELDS -> "; see --delimiter, --ragged, " + rejectsOption();
      case TEXT_AFTER_QUOTE, STRAY_QUOTE, UNCLOSED_QUOTE ->
          "; see --quote, --escape, " + rejectsOption();
      case INVALID_UTF8 -> "; see --encoding, --replace-malformed";
      case BAD_VALUE -> "; see --type, --null, " + rejectsOption();
      case RECORD_TOO_LONG -> "; see --max-record, --quote";
      case OTHER_COLUMNS -> "; see 'gatun csv schema'";
    };
  }
}
