package dev.gatun.cli;

import dev.gatun.RunInfo;
import dev.gatun.graph.CentralityResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.DoubleVector;
import dev.gatun.graph.Eigenvector;
import dev.gatun.graph.GraphResult;
import dev.gatun.graph.Hits;
import dev.gatun.graph.HitsResult;
import dev.gatun.graph.Katz;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `gatun graph centrality`: eigenvector centrality, Katz centrality, hubs and authorities.
@Command(
    name = "centrality",
    description = {
      "Eigenvector centrality (a vertex counts as much as the vertices with edges "
          + "to it), Katz centrality (walks that end at a vertex, longer ones counting "
          + "less), and the hubs and authorities of HITS."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gatun graph centrality friends.csv --undirected",
      "  gatun graph centrality links.tsv --kind hits-hub --out hubs.csv",
      "  gatun graph centrality links.tsv --kind katz --alpha 0.01",
    })
final class GraphCentralityCommand extends GraphAlgorithmCommand {
  /// Of the largest alpha that Katz centrality converges with.
  private static final double USUAL_SHARE = 0.85;

  /// What is computed.
  enum Kind {
    EIGENVECTOR,
    KATZ,
    HITS_HUB,
    HITS_AUTHORITY
  }

  /// A result, whatever its kind.
  private record Outcome(
      GraphResult result,
      DoubleVector values,
      boolean converged,
      long iterations,
      double error,
      double eigenvalue) {}

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      order = 1,
      description = "eigenvector (default), katz, hits-hub, hits-authority.")
  private Kind kind = Kind.EIGENVECTOR;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      order = 2,
      description = {
        "katz: what each step leaves of a walk.",
        "Default: 0.85 / (largest eigenvalue, but not less than 1)."
      })
  private @Nullable Double alpha;

  @Option(
      names = "--tolerance",
      paramLabel = "E",
      order = 3,
      description =
          "Stop when the values change by less of their length; 0: never. Default: 1e-10.")
  private double tolerance = 1e-10;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      order = 4,
      description = "Stop after so many. Default: ${DEFAULT-VALUE}.")
  private int maxIterations = 1000;

  @Option(names = "--weighted", order = 5, description = "Edges count by their weights.")
  private boolean weighted;

  @Override
  protected boolean readsWeights() {
    return weighted;
  }

  @Override
  protected void checkOptions() {
    eigenvector();
    if (alpha != null && kind != Kind.KATZ) {
      throw new IllegalArgumentException("--alpha goes with --kind katz only");
    }
    if (alpha != null) {
      katz(alpha);
    }
  }

  private Eigenvector eigenvector() {
    return new Eigenvector(tolerance, maxIterations, weighted);
  }

  private Katz katz(double value) {
    return new Katz(value, tolerance, maxIterations, weighted);
  }

  @Override
  protected Report run(LoadedGraph loaded, Progress progress) throws IOException {
    String name = EnumConverter.spelling(kind);
    progress.stage(name + " centrality");
    double used = kind == Kind.KATZ ? alpha(loaded.graph()) : 0;
    Outcome outcome = compute(loaded.graph(), used);
    try (GraphResult result = outcome.result()) {
      Report report = report(loaded, result.info(), outcome, used);
      if (weighted && loaded.graph().weightType() == WeightType.NONE) {
        report.warn("--weighted, but the input has no weights: all edges counted alike");
      }
      DoubleVector values = outcome.values();
      Table top = new Table("vertex", name);
      int n = values.size();
      for (int v :
          Top.largest(
              n, top(), _ -> true, (a, b) -> Double.compare(values.get(a), values.get(b)))) {
        top.add(loaded.id(v), values.get(v));
      }
      report.table("top", "Highest " + name, top, "");
      writeOut(loaded, result, report, progress);
      return report;
    }
  }

  /// What was asked for, or what fits the graph.
  private double alpha(CsrGraph graph) {
    if (alpha != null) {
      return alpha;
    }
    try (CentralityResult result = graph.run(eigenvector().tolerance(1e-6))) {
      // That of a graph without cycles is 0: any alpha would do, and huge ones show nothing.
      return USUAL_SHARE / Math.max(result.eigenvalue(), 1);
    }
  }

  private Outcome compute(CsrGraph graph, double used) {
    return switch (kind) {
      case EIGENVECTOR -> outcome(graph.run(eigenvector()));
      case KATZ -> outcome(graph.run(katz(used)));
      case HITS_HUB, HITS_AUTHORITY -> {
        HitsResult result = graph.run(new Hits(tolerance, maxIterations, weighted));
        yield new Outcome(
            result,
            kind == Kind.HITS_HUB ? result.hubs() : result.authorities(),
            result.converged(),
            result.iterations(),
            result.error(),
            0);
      }
    };
  }

  private static Outcome outcome(CentralityResult result) {
    return new Outcome(
        result,
        result.values(),
        result.converged(),
        result.iterations(),
        result.error(),
        result.eigenvalue());
  }

  private Report report(LoadedGraph loaded, RunInfo info, Outcome outcome, double used) {
    Report report =
        report(loaded, info)
            .fact(
                "result",
                "%s, %s, error %s"
                    .formatted(
                        describeEnd(outcome),
                        Units.count(outcome.iterations(), "iteration", "iterations"),
                        Units.number(outcome.error())))
            .json("kind", EnumConverter.spelling(kind))
            .json("converged", outcome.converged())
            .json("iterations", outcome.iterations())
            .json("error", outcome.error());
    if (kind == Kind.KATZ) {
      report.fact("alpha", Units.number(used)).json("alpha", used);
    }
    if (kind == Kind.EIGENVECTOR) {
      report
          .fact("eigenvalue", Units.number(outcome.eigenvalue()))
          .json("eigenvalue", outcome.eigenvalue());
    }
    return report;
  }

  private String describeEnd(Outcome outcome) {
    if (outcome.converged()) {
      return "converged";
    }
    return tolerance == 0
        ? "not converged, nor asked to (tolerance 0)"
        : "NOT CONVERGED (see --max-iterations, --tolerance)";
  }
}
