package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.exec.Kernel;
import java.lang.foreign.ValueLayout;

/// Adds up what a call will need.
final class Estimate {
  /// Structs for arguments, errors and the team, and rounding.
  private static final long SMALL_THINGS = 1 << 16;

  private final String operation;
  private final CsrGraph graph;
  private final RunOptions options;
  private long result;
  private long scratch = SMALL_THINGS;

  private Estimate(String operation, CsrGraph graph, RunOptions options) {
    this.operation = operation;
    this.graph = graph;
    this.options = options;
  }

  static Estimate of(String operation, CsrGraph graph, RunOptions options) {
    return new Estimate(operation, graph, options);
  }

  /// Values of the result.
  Estimate result(long count, ValueLayout type) {
    result += count * type.byteSize();
    return this;
  }

  /// Values that Java keeps during the call.
  Estimate scratch(long count, ValueLayout type) {
    scratch += count * type.byteSize();
    return this;
  }

  /// What a kernel needs on the engine that would run it.
  ///
  /// @param items see [GraphSize#items]
  Estimate kernel(Kernel<?, ?> kernel, long items) {
    return kernel(kernel, graph.csr().entries(), graph.weightType(), items);
  }

  /// What a kernel needs that works on so many entries.
  Estimate kernel(Kernel<?, ?> kernel, long entries, long items) {
    return kernel(kernel, entries, graph.weightType(), items);
  }

  private Estimate kernel(Kernel<?, ?> kernel, long entries, WeightType type, long items) {
    try (Execution execution = Execution.begin("estimate", "estimate of " + operation, options)) {
      GraphSize size = new GraphSize(graph.vertices(), entries, type, items);
      scratch += kernel.scratchBytes(size, execution);
      execution.complete();
    }
    return this;
  }

  /// In-edges, where the call would have to build them; they stay with the graph.
  Estimate inEdges() {
    if (graph.inEdges().areAtHand()) {
      return this;
    }
    long entries = graph.entries();
    result(entries, ValueLayout.JAVA_INT);
    result(graph.vertices() + 1L, ValueLayout.JAVA_LONG);
    result += entries * graph.weightType().bytes();
    scratch(entries, ValueLayout.JAVA_INT);
    return kernel(Kernels.CSR_BUILD, entries, graph.weightType(), entries);
  }

  /// The underlying undirected graph, where [Undirected#of] would have to build it.
  Estimate undirected() {
    if (Undirected.isAtHand(graph)) {
      return this;
    }
    long entries = undirectedEntries();
    scratch(entries + graph.entries(), ValueLayout.JAVA_INT);
    scratch(graph.vertices() + 1L, ValueLayout.JAVA_LONG);
    return kernel(Kernels.CSR_BUILD, entries, WeightType.NONE, graph.entries());
  }

  /// The same with [Undirected#withArcs] for a directed graph.
  Estimate undirectedWithArcs() {
    if (!graph.isDirected()) {
      return undirected();
    }
    long entries = graph.entries();
    if (!Boolean.TRUE.equals(graph.simple())) {
      scratch(2 * entries, ValueLayout.JAVA_INT);
      scratch(graph.vertices() + 1L, ValueLayout.JAVA_LONG);
      kernel(Kernels.CSR_BUILD, entries, WeightType.NONE, entries);
    }
    scratch(2 * entries + 2 * undirectedEntries(), ValueLayout.JAVA_INT);
    scratch(graph.vertices() + 1L, ValueLayout.JAVA_LONG);
    return kernel(Kernels.CSR_BUILD, undirectedEntries(), WeightType.INT32, entries);
  }

  /// What a kernel needs that runs on the underlying undirected graph.
  Estimate kernelOnUndirected(Kernel<?, ?> kernel, long items) {
    return kernel(kernel, undirectedEntries(), WeightType.NONE, items);
  }

  /// Entries of the underlying undirected graph at most.
  private long undirectedEntries() {
    return graph.isDirected() ? 2 * graph.entries() : graph.entries();
  }

  MemoryEstimate total() {
    return new MemoryEstimate(result, scratch);
  }
}
