package dev.gatun.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatun graph`: the commands on graphs.
@Command(
    name = "graph",
    description = "Reads an edge list and runs a graph algorithm on it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph stats edges.tsv",
      "  gatun graph bfs roads.csv.gz --source Berlin --target Lisbon --undirected",
    },
    subcommands = {
      GraphStatsCommand.class,
      GraphBfsCommand.class,
      GraphSsspCommand.class,
      GraphPagerankCommand.class,
      GraphDfsCommand.class,
      GraphSccCommand.class,
      GraphToposortCommand.class,
      GraphBipartiteCommand.class,
      GraphColouringCommand.class,
      GraphTrianglesCommand.class,
      GraphClusteringCommand.class,
      GraphKcoreCommand.class,
      GraphSimilarityCommand.class,
      GraphBetweennessCommand.class,
      GraphClosenessCommand.class,
      GraphDiameterCommand.class,
      GraphExportCommand.class,
      GraphSpanningTreeCommand.class,
      GraphCentralityCommand.class,
      GraphWalksCommand.class,
      GraphCommunitiesCommand.class,
      GraphComponentsCommand.class
    })
final class GraphCommand implements Runnable {
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
