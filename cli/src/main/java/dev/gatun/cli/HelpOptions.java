package dev.gatun.cli;

import dev.gatun.Gatun;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// `--help` and `--version`, and how the help of every command is laid out.
@Command(
    versionProvider = HelpOptions.Version.class,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nInput:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    abbreviateSynopsis = true,
    sortOptions = false)
final class HelpOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      description = "Print this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 101,
      description = "Print the version.")
  private boolean version;

  /// The library's version.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"gatun " + Gatun.version()};
    }
  }
}
