package dev.gatun.cli;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.CsrGraphBuilder;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.GraphExport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gatun graph export`: small graphs for programs that draw them.
@Command(
    name = "export",
    description = {
      "Writes a small graph as text for programs that draw it or read it: DOT "
          + "(Graphviz), GraphML, Mermaid.",
      "Vertices are called as in the input, edges have their weights."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph export friends.csv | dot -Tsvg > friends.svg",
      "  gatun graph export friends.csv --to graphml --out friends.graphml",
    })
final class GraphExportCommand extends GatunCommand {
  @Mixin private GraphInput input = new GraphInput();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      order = 1,
      description = "dot (default), graphml, mermaid.")
  private GraphExport.Format format = GraphExport.Format.DOT;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 2,
      description = "Most vertices, and most edges. Default: 10000; mermaid: 500.")
  private @Nullable Long limit;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 61,
      description = "Where to write. Default: standard output.")
  private @Nullable Path out;

  @Override
  protected Report run(Progress progress) throws IOException {
    EdgeListReader reader = usage(() -> input.reader(true));
    CsrGraphBuilder builder = usage(() -> input.builder(false));
    GraphExport export = usage(this::export);
    if (out != null) {
      ResultFile.checkPlace(out);
      if (input.is(out)) {
        throw wrongUsage("--out " + out + " is the input");
      }
    }
    try (LoadedGraph loaded = input.load(reader, builder, progress)) {
      return export(loaded, export);
    }
  }

  private GraphExport export() {
    GraphExport export = GraphExport.of(format);
    return limit == null ? export : export.limit(limit);
  }

  private Report export(LoadedGraph loaded, GraphExport export) throws IOException {
    CsrGraph graph = loaded.graph();
    Report report =
        new Report()
            .json("file", loaded.name())
            .json("format", EnumConverter.spelling(format))
            .json("vertices", graph.vertices())
            .json("edges", loaded.edges())
            .ran(graph.buildInfo(), loaded.read().plus(loaded.build()), loaded.bytesRead());
    try {
      if (out == null) {
        StringBuilder text = new StringBuilder();
        export.write(graph, text);
        return report.text("text", text.toString());
      }
      export.write(graph, out);
    } catch (IllegalArgumentException e) {
      throw new Failure.CommandException(
          loaded.name() + ": " + e.getMessage() + "; see --limit", e);
    }
    return report
        .json("out", out.toString())
        .fact(
            "wrote",
            "%s, %s, %s"
                .formatted(
                    out,
                    Units.count(graph.vertices(), "vertex", "vertices"),
                    Units.count(loaded.edges(), "edge", "edges")));
  }
}
