package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Part of a graph: some vertices and all edges between them.
///
/// @param graph the part, its vertices 0 .. k - 1
/// @param originalIds for each of them, the vertex of the whole graph
public record Subgraph(CsrGraph graph, int[] originalIds) implements AutoCloseable {

  /// Frees the graph.
  @Override
  public void close() {
    graph.close();
  }

  static Subgraph induced(CsrGraph whole, int[] vertices, RunOptions options) {
    try (Execution execution = Execution.begin("subgraph", options)) {
      Csr csr = whole.use(execution);
      int[] newIds = newIds(vertices, csr.vertices());
      Region region = execution.resultRegion();
      CsrBuild.Args args =
          new CsrBuild.Args(
              vertices.length,
              inside(csr, vertices, newIds, execution),
              false,
              false,
              true,
              Duplicates.KEEP,
              csr.sorted(),
              region);
      Csr part =
          Kernels.CSR_BUILD.call(args, new Work(args.tuples().count(), csr.bytes()), execution);
      CsrGraph graph =
          new CsrGraph(
              part,
              whole.isDirected(),
              VertexIds.dense(vertices.length),
              execution.keep(region),
              execution.complete());
      return new Subgraph(graph, vertices.clone());
    }
  }

  private static int[] newIds(int[] vertices, int n) {
    int[] newIds = new int[n];
    Arrays.fill(newIds, -1);
    for (int i = 0; i < vertices.length; i++) {
      int v = vertices[i];
      if (v < 0 || v >= n) {
        throw new IllegalArgumentException(Messages.source(i, v, n));
      }
      if (newIds[v] != -1) {
        throw new IllegalArgumentException("vertex " + v + " is given twice");
      }
      newIds[v] = i;
    }
    return newIds;
  }

  /// The entries between those vertices, as tuples of new ids.
  private static CsrBuild.Tuples inside(
      Csr csr, int[] vertices, int[] newIds, Execution execution) {
    long count = 0;
    for (int v : vertices) {
      for (long e = csr.offset(v); e < csr.offset(v + 1); e++) {
        count += newIds[csr.neighbour(e)] >= 0 ? 1 : 0;
      }
      execution.checkpoint(0, 0);
    }
    int weightBytes = csr.weightType().bytes();
    MemorySegment source = execution.scratch().allocate(count, JAVA_INT.byteSize());
    MemorySegment target = execution.scratch().allocate(count, JAVA_INT.byteSize());
    MemorySegment weights = execution.scratch().allocate(count, weightBytes);
    long at = 0;
    for (int v : vertices) {
      for (long e = csr.offset(v); e < csr.offset(v + 1); e++) {
        int u = newIds[csr.neighbour(e)];
        if (u < 0) {
          continue;
        }
        source.setAtIndex(JAVA_INT, at, newIds[v]);
        target.setAtIndex(JAVA_INT, at, u);
        if (csr.weights() != null) {
          MemorySegment.copy(
              csr.weights(), e * weightBytes, weights, at * weightBytes, weightBytes);
        }
        at++;
      }
      execution.checkpoint(at, count);
    }
    return new CsrBuild.Tuples(
        source, target, 1, count, weightBytes == 0 ? null : weights, csr.weightType());
  }
}
