package dev.gatun.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatun schema`: the commands on SQL schemas.
@Command(
    name = "schema",
    description = "Makes one SQL file out of many.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun schema build db --out schema.sql",
      "  gatun schema build db --out schema.sql --check",
    },
    subcommands = SchemaBuildCommand.class)
final class SchemaCommand implements Runnable {
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
