package dev.gatun.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatun csv`: the commands on CSV files.
@Command(
    name = "csv",
    description = "Looks into CSV files and reads them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun csv schema trips.csv",
      "  gatun csv head trips.csv.gz -n 5 --columns fare,tip",
      "  gatun csv scan 'trips/2026-*.csv' --null NA --null ''",
      "  gatun csv scan trips.csv --rejects bad.csv",
    },
    subcommands = {CsvSchemaCommand.class, CsvHeadCommand.class, CsvScanCommand.class})
final class CsvCommand implements Runnable {
  @Mixin private HelpOptions help = new HelpOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /// Without a command: the help.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
