package dev.gatun.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatun parquet`: the commands on Parquet files.
@Command(
    name = "parquet",
    description = "Looks into Parquet files and reads them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun parquet meta trips.parquet",
      "  gatun parquet stats 'trips/2026-*.parquet' --columns fare,tip",
      "  gatun parquet head trips.parquet -n 5",
      "  gatun parquet scan trips.parquet --where 'fare > 100 and tip is not null'",
    },
    subcommands = {
      ParquetMetaCommand.class,
      ParquetSchemaCommand.class,
      ParquetStatsCommand.class,
      ParquetCountCommand.class,
      ParquetHeadCommand.class,
      ParquetScanCommand.class
    })
final class ParquetCommand implements Runnable {
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
