package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrMsbfs;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// One run of [Diameter].
final class DiameterSearch {
  /// Vertices whose eccentricities are computed by one call.
  static final int BATCH = CsrMsbfs.BATCH;

  private final Execution execution;
  private final Csr graph;
  private final MemorySegment distances;
  private final MemorySegment parents;
  private int searches;
  private int lower;
  private int upper = Integer.MAX_VALUE;
  private int from;
  private int to;

  /// The vertex that is farthest from the start of the last search, and how far.
  private int farthest;
  private int eccentricity;

  private DiameterSearch(Execution execution, Csr graph) {
    this.execution = execution;
    this.graph = graph;
    distances = ints(graph.vertices());
    parents = ints(graph.vertices());
  }

  static DiameterResult run(CsrGraph graph, Diameter options, RunOptions run) {
    try (Execution execution = Execution.begin("diameter", run)) {
      Csr csr = graph.isDirected() ? Undirected.of(graph, execution) : graph.use(execution);
      Region region = execution.resultRegion();
      MemorySegment row = region.allocate(4, JAVA_INT.byteSize());
      DiameterSearch search = new DiameterSearch(execution, csr);
      int size = csr.vertices() == 0 ? search.nothing() : search.search(options.refinements());
      row.setAtIndex(JAVA_INT, 0, search.lower);
      row.setAtIndex(JAVA_INT, 1, search.upper);
      row.setAtIndex(JAVA_INT, 2, search.from);
      row.setAtIndex(JAVA_INT, 3, search.to);
      return new DiameterResult(
          execution.keep(region), execution.complete(), row, size, search.searches);
    }
  }

  private int nothing() {
    upper = 0;
    from = -1;
    to = -1;
    return 0;
  }

  /// @return vertices of the component
  private int search(int refinements) {
    int start = busiestOfTheLargestComponent();
    from = start;
    to = start;
    sweep(start);
    sweep(farthest);
    sweep(middle());
    sweep(farthest);
    int centre = middle();
    int size = sweep(centre);
    if (lower < upper && refinements > 0) {
      refine(byDistance(size), refinements);
    }
    return size;
  }

  /// Searches from a vertex, which may raise the lower bound and lower the upper one.
  ///
  /// @return vertices reached
  private int sweep(int source) {
    searches++;
    int reached =
        execution.part(
            () -> {
              MemorySegment sources = ints(1);
              sources.set(JAVA_INT, 0, source);
              CsrBfs.Args args =
                  new CsrBfs.Args(graph, graph, sources, -1, Parents.SMALLEST, distances, parents);
              CsrBfs.Result result = Kernels.CSR_BFS.call(args, work(1), execution);
              eccentricity = result.depth();
              return (int) result.reached();
            });
    farthest = source;
    for (int v = 0; v < graph.vertices() && eccentricity > 0; v++) {
      if (distance(v) == eccentricity) {
        farthest = v;
        break;
      }
    }
    if (eccentricity > lower) {
      lower = eccentricity;
      from = source;
      to = farthest;
    }
    upper = (int) Math.min(upper, 2L * eccentricity);
    return reached;
  }

  /// Half way on the path that the last search has found to the farthest vertex.
  private int middle() {
    int v = farthest;
    for (int i = 0; i < eccentricity / 2; i++) {
      v = parents.getAtIndex(JAVA_INT, v);
    }
    return v;
  }

  private int busiestOfTheLargestComponent() {
    int n = graph.vertices();
    CsrComponents.Args args = new CsrComponents.Args(graph, graph, distances, null);
    execution.part(() -> Kernels.CSR_COMPONENTS.call(args, work(1), execution));
    int[] sizes = new int[n];
    int largest = 0;
    for (int v = 0; v < n; v++) {
      sizes[distance(v)]++;
    }
    for (int v = 0; v < n; v++) {
      largest = sizes[v] > sizes[largest] ? v : largest;
    }
    int busiest = largest;
    for (int v = largest; v < n; v++) {
      if (distance(v) == largest && degree(v) > degree(busiest)) {
        busiest = v;
      }
    }
    return busiest;
  }

  /// Vertices by their distance from the start of the last search, farthest first, by id among
  /// equals.
  private int[] byDistance(int reached) {
    int[] begins = new int[eccentricity + 2];
    for (int v = 0; v < graph.vertices(); v++) {
      if (distance(v) >= 0) {
        begins[eccentricity - distance(v) + 1]++;
      }
    }
    for (int d = 0; d <= eccentricity; d++) {
      begins[d + 1] += begins[d];
    }
    int[] order = new int[reached];
    for (int v = 0; v < graph.vertices(); v++) {
      if (distance(v) >= 0) {
        order[begins[eccentricity - distance(v)]++] = v;
      }
    }
    return order;
  }

  /// Computes eccentricities from the farthest vertices inwards. When all beyond a distance d are
  /// known, what is farther apart than the lower bound lies within d, so at most 2 d apart.
  private void refine(int[] order, int most) {
    int best = -1;
    int next = 0;
    int left = most;
    while (next < order.length) {
      int d = distance(order[next]);
      upper = (int) Math.min(upper, Math.max(lower, 2L * d));
      if (lower >= upper || left == 0) {
        break;
      }
      int end = Math.min(next + Math.min(left, BATCH), order.length);
      while (distance(order[end - 1]) < d) {
        end--;
      }
      int[] sources = Arrays.copyOfRange(order, next, end);
      int[] found = eccentricities(sources);
      for (int i = 0; i < found.length; i++) {
        if (found[i] > lower) {
          lower = found[i];
          best = sources[i];
        }
      }
      left -= sources.length;
      next = end;
    }
    if (next == order.length) {
      upper = lower;
    }
    if (best >= 0) {
      int bound = upper;
      lower = 0;
      sweep(best);
      upper = bound;
    }
  }

  private int[] eccentricities(int[] sources) {
    searches += sources.length;
    return execution.part(
        () -> {
          MemorySegment starts = ints(sources.length);
          MemorySegment.copy(sources, 0, starts, JAVA_INT, 0, sources.length);
          MemorySegment found = ints(sources.length);
          CsrMsbfs.Args args =
              new CsrMsbfs.Args(
                  graph, graph, starts, CsrMsbfs.Sums.NONE, found, CsrMsbfs.Sums.NONE);
          Kernels.CSR_MSBFS.call(args, work(sources.length), execution);
          return found.toArray(JAVA_INT);
        });
  }

  private MemorySegment ints(int count) {
    return execution.scratch().allocate(count, JAVA_INT.byteSize());
  }

  private int distance(int v) {
    return distances.getAtIndex(JAVA_INT, v);
  }

  private long degree(int v) {
    return graph.offset(v + 1) - graph.offset(v);
  }

  private Work work(int times) {
    return new Work(graph.entries() * times, graph.bytes() * times);
  }
}
