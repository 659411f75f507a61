package dev.gatun.cli;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Options of every command that does something.
final class GlobalOptions {
  @ArgGroup(validate = false, heading = "%nHow it runs:%n", order = 50)
  private Group group = new Group();

  private static final class Group {
    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
        names = "--engine",
        paramLabel = "ENGINE",
        description = {
          "auto: native where it can be loaded, Java otherwise (default)",
          "native, java: that one or none"
        })
    private @Nullable Engine engine;

    @Option(
        names = "--isa",
        paramLabel = "TIER",
        description =
            "Highest CPU tier to use: scalar, neon, avx2, avx512. Default: the best there is.")
    private @Nullable String isa;

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Threads, 1 to 256. Default: the processors. Results do not depend on it.")
    private @Nullable Integer threads;

    @Option(
        names = "--memory-limit",
        paramLabel = "SIZE",
        description = "Off-heap memory a step may hold, such as 512m or 2g. Default: no limit.")
    private @Nullable String memoryLimit;

    @Option(
        names = "--debug",
        description = "Print a log line for each step, and stack traces of failures.")
    private boolean debug;
  }

  boolean json() {
    return group.json;
  }

  boolean debug() {
    return group.debug;
  }

  /// Caps the CPU tier, and gives the options for all calls of the command.
  ///
  /// @throws IllegalArgumentException when an option has a value that it cannot have
  RunOptions apply() {
    if (group.isa != null) {
      Gatun.capIsa(group.isa);
    }
    RunOptions options = RunOptions.defaults();
    if (group.engine != null) {
      options = options.engine(group.engine);
    }
    if (group.threads != null) {
      if (group.threads == 0) {
        throw new IllegalArgumentException("threads 0 is not in 1.." + RunOptions.MAX_THREADS);
      }
      options = options.threads(group.threads);
    }
    if (group.memoryLimit != null) {
      options = options.memoryLimit(RunOptions.parseBytes(group.memoryLimit));
    }
    return options;
  }
}
