package dev.gatun.cli;

import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands do alike: run under the global options, print the report, turn a failure into
/// a line and an exit status.
abstract class GatunCommand implements Callable<Integer> {
  @Mixin private HelpOptions help = new HelpOptions();
  @Mixin private GlobalOptions global = new GlobalOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /// Does the work, inside a [Gatun#scoped] that carries the global options.
  protected abstract Report run(Progress progress) throws Exception;

  @Override
  public final Integer call() {
    Main main = (Main) spec.root().userObject();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    RunOptions options = usage(global::apply);
    try (Progress progress = new Progress(err, main.cancellation(), main.mayShowProgress())) {
      Log.to(err, progress::clear, global.debug());
      RunOptions scope = options.cancelledBy(main.cancellation()).progress(progress);
      Report report = Gatun.scoped(scope, () -> run(progress));
      progress.close();
      report.print(global.json(), out, err);
      return report.status();
    } catch (ParameterException e) {
      throw e;
    } catch (Throwable e) {
      return fail(e, err);
    }
  }

  private int fail(Throwable thrown, PrintWriter err) {
    Failure failure = Failure.of(thrown);
    if (!failure.message().isEmpty()) {
      err.println("gatun: " + failure.message());
    }
    if (global.debug()) {
      thrown.printStackTrace(err);
    }
    return failure.status();
  }

  /// Runs what only reads options: whatever it rejects is wrong usage.
  protected final <T> T usage(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /// Prints a line at once, for commands that go on.
  protected final void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Failure.oneLine(text));
    out.flush();
  }

  /// Prints a report at once, for commands that go on.
  protected final void say(Report report) {
    report.print(global.json(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /// What to throw for options that do not go together.
  protected final ParameterException wrongUsage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), String.valueOf(message));
  }
}
