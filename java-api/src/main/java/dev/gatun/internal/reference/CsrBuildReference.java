package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.Duplicates;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;

/// Builds by counting sorts, in O(n + tuples). Rows in input order are one such sort. Sorted rows
/// come from building the transpose and transposing it back: its rows are the columns, so walking
/// them in order meets the entries of each row in ascending order of column, and equal ones still
/// in input order.
public final class CsrBuildReference implements CsrBuild {
  @Override
  public Csr run(Args args, Execution execution) {
    if (args.symmetric() && args.reversed()) {
      throw new IllegalArgumentException("symmetric and reversed exclude each other");
    }
    if (args.duplicates() != Duplicates.KEEP && !args.sortColumns()) {
      throw new IllegalArgumentException("merging duplicates needs sorted columns");
    }
    Pace pace = new Pace(execution, steps(args));
    if (!args.sortColumns()) {
      return rows(args, args.reversed(), args.target(), pace);
    }
    Csr columns = rows(args, !args.reversed(), execution.scratch(), pace);
    if (args.duplicates() != Duplicates.KEEP) {
      MemorySegment kept = execution.scratch().allocate(args.vertices(), Long.BYTES);
      pace.fill(kept, (byte) 0);
      columns = merge(columns, args.duplicates(), kept, pace);
    }
    return transpose(columns, args.target(), pace);
  }

  /// The columns, and what is kept by vertex.
  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (3L * size.vertices() + 1) * Long.BYTES
        + size.entries() * (Integer.BYTES + size.weightType().bytes());
  }

  /// An upper bound: nothing is known yet of loops and duplicates.
  private static long steps(Args args) {
    long tuples = args.tuples().count();
    long entries = args.symmetric() ? 2 * tuples : tuples;
    long merging = args.duplicates() == Duplicates.KEEP ? 0 : entries;
    long sorting = args.sortColumns() ? args.vertices() + 2 * entries + merging : 0;
    return args.vertices() + 2 * tuples + sorting;
  }

  /// The tuples as rows in input order.
  private static Csr rows(Args args, boolean reversed, Region region, Pace pace) {
    Tuples tuples = args.tuples();
    return CsrFiller.fill(
        args.vertices(),
        visitor -> forEachEntry(args, reversed, visitor, pace),
        tuples.weights(),
        tuples.weightType(),
        false,
        region,
        pace);
  }

  private static void forEachEntry(
      Args args, boolean reversed, CsrFiller.Visitor visitor, Pace pace) {
    Tuples tuples = args.tuples();
    for (long i = 0; i < tuples.count(); i++) {
      int u = checked(tuples.source().getAtIndex(JAVA_INT, i * tuples.stride()), i, args);
      int v = checked(tuples.target().getAtIndex(JAVA_INT, i * tuples.stride()), i, args);
      if (u == v) {
        if (args.keepLoops()) {
          visitor.visit(u, u, i);
        }
      } else {
        if (args.symmetric() || !reversed) {
          visitor.visit(u, v, i);
        }
        if (args.symmetric() || reversed) {
          visitor.visit(v, u, i);
        }
      }
      pace.step();
    }
  }

  private static int checked(int id, long tuple, Args args) {
    if (id < 0 || id >= args.vertices()) {
      throw new IllegalArgumentException(Messages.edge(tuple, id, args.vertices()));
    }
    return id;
  }

  /// Merges equal neighbours within each row, in place. The first of them stays where it is in the
  /// row's order.
  ///
  /// @param kept n zeroes; becomes, by vertex, one more than the entry where it was last kept
  private static Csr merge(Csr graph, Duplicates policy, MemorySegment kept, Pace pace) {
    MemorySegment offsets = graph.offsets();
    MemorySegment neighbours = graph.neighbours();
    MemorySegment weights = graph.weights();
    long entries = 0;
    long begin = 0;
    for (int v = 0; v < graph.vertices(); v++) {
      long end = graph.offset(v + 1);
      long row = entries;
      for (long e = begin; e < end; e++) {
        int neighbour = graph.neighbour(e);
        long earlier = kept.getAtIndex(JAVA_LONG, neighbour);
        if (earlier > row) {
          WeightMerge.merge(policy, graph, earlier - 1, e);
        } else {
          neighbours.setAtIndex(JAVA_INT, entries, neighbour);
          if (weights != null) {
            Weights.copy(graph.weightType(), weights, e, weights, entries);
          }
          entries++;
          kept.setAtIndex(JAVA_LONG, neighbour, entries);
        }
        pace.step();
      }
      begin = end;
      offsets.setAtIndex(JAVA_LONG, v + 1L, entries);
    }
    return new Csr(
        graph.vertices(), entries, offsets, neighbours, weights, graph.weightType(), false);
  }

  private static Csr transpose(Csr graph, Region region, Pace pace) {
    return CsrFiller.fill(
        graph.vertices(),
        visitor -> forEachReversed(graph, visitor, pace),
        graph.weights(),
        graph.weightType(),
        true,
        region,
        pace);
  }

  private static void forEachReversed(Csr graph, CsrFiller.Visitor visitor, Pace pace) {
    for (int v = 0; v < graph.vertices(); v++) {
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        visitor.visit(graph.neighbour(e), v, e);
        pace.step();
      }
    }
  }
}
