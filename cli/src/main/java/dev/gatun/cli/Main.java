package dev.gatun.cli;

import dev.gatun.CancellationToken;
import dev.gatun.Engine;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.LateTypes;
import dev.gatun.graph.Dangling;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.GraphExport;
import dev.gatun.graph.SimilarityMeasure;
import dev.gatun.graph.SsspMethod;
import dev.gatun.hash.HashForm;
import dev.gatun.schema.FileOrder;
import dev.gatun.schema.LineEnds;
import dev.gatun.schema.SqlDialect;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `gatun` command. Exit status: 0 done, 1 the input or the work failed, 2 wrong usage, 130
/// interrupted.
@Command(
    name = "gatun",
    description = "Graphs, Parquet and CSV files at native speed on the JVM.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun demo",
      "  gatun graph pagerank edges.tsv --top 10",
      "  gatun csv scan trips.csv",
      "  gatun hash db --include '*.sql'",
      "  gatun graph bfs --help",
    },
    subcommands = {
      InfoCommand.class,
      DemoCommand.class,
      GraphCommand.class,
      ParquetCommand.class,
      CsvCommand.class,
      HashCommand.class,
      SchemaCommand.class,
      GenerateCompletion.class
    })
public final class Main implements Runnable {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int INTERRUPTED = 130;

  private final CancellationToken cancellation;
  private final boolean mayShowProgress;

  @Mixin private HelpOptions help = new HelpOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private Main(CancellationToken cancellation, boolean mayShowProgress) {
    this.cancellation = cancellation;
    this.mayShowProgress = mayShowProgress;
  }

  /// Runs a command and ends the JVM with its exit status.
  public static void main(String[] args) {
    StandardOutput out = new StandardOutput();
    PrintWriter err = StandardOutput.writer(System.err);
    Interruption interruption = new Interruption();
    int status = run(args, out.writer(), err, new Main(interruption.token(), true));
    status = out.finish(status, err);
    interruption.finished();
    System.exit(status);
  }

  /// Runs a command inside this JVM, without progress bars.
  ///
  /// @return the exit status
  public static int execute(String[] args, PrintWriter out, PrintWriter err) {
    return run(args, out, err, new Main(new CancellationToken(), false));
  }

  private static int run(String[] args, PrintWriter out, PrintWriter err, Main main) {
    CommandLine commandLine = new CommandLine(main);
    // Completion scripts are for shells, not for the list of commands.
    CommandLine completion = commandLine.getSubcommands().get("generate-completion");
    Objects.requireNonNull(completion).getCommandSpec().usageMessage().hidden(true);
    registerEnum(commandLine, Engine.class);
    registerEnum(commandLine, EdgeListReader.Format.class);
    registerEnum(commandLine, EdgeListReader.Ids.class);
    registerEnum(commandLine, Duplicates.class);
    registerEnum(commandLine, Dangling.class);
    registerEnum(commandLine, SimilarityMeasure.class);
    registerEnum(commandLine, GraphCommunitiesCommand.Method.class);
    registerEnum(commandLine, SsspMethod.class);
    registerEnum(commandLine, GraphCentralityCommand.Kind.class);
    registerEnum(commandLine, CsvDialect.Ragged.class);
    registerEnum(commandLine, CsvFormats.StringNulls.class);
    registerEnum(commandLine, LateTypes.class);
    registerEnum(commandLine, GraphExport.Format.class);
    registerEnum(commandLine, HashForm.class);
    registerEnum(commandLine, FileOrder.class);
    registerEnum(commandLine, LineEnds.class);
    registerEnum(commandLine, SqlDialect.class);
    int status =
        commandLine
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((e, _) -> wrongUsage(e))
            .execute(args);
    out.flush();
    err.flush();
    return status;
  }

  private static <E extends Enum<E>> void registerEnum(CommandLine commandLine, Class<E> type) {
    commandLine.registerConverter(type, new EnumConverter<>(type));
  }

  private static int wrongUsage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String problem =
        e instanceof UnmatchedArgumentException unmatched ? describe(unmatched) : e.getMessage();
    e.getCommandLine()
        .getErr()
        .println("%s: %s; see '%s --help'".formatted(command, Failure.oneLine(problem), command));
    return WRONG_USAGE;
  }

  private static String describe(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    String what =
        e.isUnknownOption()
            ? "there is no option "
            : e.getCommandLine().getSubcommands().isEmpty()
                ? "this is one argument too many: "
                : "there is no command ";
    String hint =
        e.getSuggestions().isEmpty() ? "" : "; did you mean " + e.getSuggestions().getFirst() + "?";
    return what + first + hint;
  }

  /// Without a command: the help.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Ends whatever runs.
  CancellationToken cancellation() {
    return cancellation;
  }

  /// Whether standard error may be a terminal; when not, nothing is drawn on it.
  boolean mayShowProgress() {
    return mayShowProgress;
  }
}
