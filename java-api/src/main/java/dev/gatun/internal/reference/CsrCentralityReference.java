package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCentrality;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// The formulas of `gatun/csr_centrality.h`, literally: multiply, take the norm, divide, compare.
public final class CsrCentralityReference implements CsrCentrality {
  @Override
  public Result run(Args args, Execution execution) {
    if (args.graph().vertices() == 0) {
      return new Result(0, true, 0, 0);
    }
    Pace pace = new Pace(execution, args.maxIterations());
    checkWeights(args.graph(), pace);
    Iteration iteration = new Iteration(args, pace);
    iteration.begin();
    while (iteration.done < args.maxIterations() && !iteration.converged) {
      switch (args.kind()) {
        case EIGENVECTOR -> iteration.eigenvector();
        case KATZ -> iteration.katz();
        case HITS -> iteration.hits();
      }
      iteration.done++;
      iteration.converged |= iteration.error < args.tolerance();
    }
    return new Result(iteration.done, iteration.converged, iteration.error, iteration.eigenvalue);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * Double.BYTES;
  }

  private static void checkWeights(Csr graph, Pace pace) {
    for (long e = 0; graph.weightType() != WeightType.NONE && e < graph.entries(); e++) {
      double weight = Weights.asDouble(graph, e);
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(Messages.weight(graph, e));
      }
      pace.step(0);
    }
  }

  /// The vectors and how far they have come.
  private static final class Iteration {
    /// Vertices whose squares are added up before their sum joins the others.
    private static final int STRIP = 1024;

    private final Args args;
    private final Pace pace;
    private final double[] product;
    private long done;
    private boolean converged;
    private double error;
    private double eigenvalue;
    private double shift;

    Iteration(Args args, Pace pace) {
      this.args = args;
      this.pace = pace;
      this.product = new double[args.graph().vertices()];
    }

    void begin() {
      double start = args.kind() == Kind.KATZ ? 1 : 1 / Math.sqrt(product.length);
      for (int v = 0; v < product.length; v++) {
        args.values().setAtIndex(JAVA_DOUBLE, v, start);
        if (args.hubs() != null) {
          args.hubs().setAtIndex(JAVA_DOUBLE, v, start);
        }
        pace.step(0);
      }
    }

    void eigenvector() {
      double norm = multiply(args.inGraph(), args.values(), 1, shift, 0);
      if (norm == 0) {
        converged = true;
        return;
      }
      error = Math.sqrt(adopt(args.values(), norm));
      eigenvalue = norm - shift;
      if (done == 0) {
        shift = norm / 4;
      }
    }

    void katz() {
      double norm = multiply(args.inGraph(), args.values(), args.alpha(), 0, 1);
      error = Math.sqrt(adopt(args.values(), 1)) / norm;
    }

    void hits() {
      MemorySegment hubs = Objects.requireNonNull(args.hubs(), "hubs of HITS");
      double norm = multiply(args.inGraph(), hubs, 1, 0, 0);
      if (norm == 0) {
        converged = true;
        return;
      }
      double change = adopt(args.values(), norm);
      double hubNorm = multiply(args.graph(), args.values(), 1, 0, 0);
      if (hubNorm == 0) {
        converged = true;
        return;
      }
      error = Math.sqrt(change + adopt(hubs, hubNorm));
      eigenvalue = norm * hubNorm;
    }

    /// Computes factor * graph * vector + shift * vector + constant.
    ///
    /// @return its norm
    private double multiply(
        Csr graph, MemorySegment vector, double factor, double shift, double constant) {
      double squares = 0;
      for (int from = 0; from < product.length; from += STRIP) {
        double strip = 0;
        for (int v = from; v < Math.min(product.length, from + STRIP); v++) {
          double sum = 0;
          for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
            double value = vector.getAtIndex(JAVA_DOUBLE, graph.neighbour(e));
            sum += value * Weights.asDouble(graph, e);
            pace.step(done);
          }
          product[v] = factor * sum + shift * vector.getAtIndex(JAVA_DOUBLE, v) + constant;
          strip += product[v] * product[v];
          pace.step(done);
        }
        squares += strip;
      }
      double norm = Math.sqrt(squares);
      if (!(norm < Double.POSITIVE_INFINITY)) {
        throw new ArithmeticException(Messages.normOverflow());
      }
      return norm;
    }

    /// Makes the product, divided by its norm, the vector.
    ///
    /// @return the square of how far the vector moves
    private double adopt(MemorySegment vector, double norm) {
      double change = 0;
      for (int from = 0; from < product.length; from += STRIP) {
        double strip = 0;
        for (int v = from; v < Math.min(product.length, from + STRIP); v++) {
          double value = product[v] / norm;
          double difference = value - vector.getAtIndex(JAVA_DOUBLE, v);
          vector.setAtIndex(JAVA_DOUBLE, v, value);
          strip += difference * difference;
          pace.step(done);
        }
        change += strip;
      }
      return change;
    }
  }
}
