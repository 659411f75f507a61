package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrTriangles;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Gives every edge a direction, to the end of larger degree (of equal ones the smaller id), so
/// that no vertex has more than sqrt(2 x edges) edges out. Each triangle is then found once, at the
/// vertex that two of its edges leave: its neighbours are marked, and theirs are looked up.
///
/// Source: M. Latapy, Main-memory triangle computations for very large (sparse (power-law)) graphs,
/// Theoretical Computer Science 407, 2008.
public final class CsrTrianglesReference implements CsrTriangles {
  @Override
  public Result run(Args args, Execution execution) {
    return new Count(args, execution).run();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    int entry = Integer.BYTES + (size.items() == 2 ? 1 : 0);
    return size.vertices() * (Long.BYTES + 1L) + size.entries() / 2 * entry;
  }

  /// The state of one count.
  private static final class Count {
    private final Csr graph;
    private final @Nullable MemorySegment arcs;
    private final @Nullable MemorySegment perVertex;
    private final Pace pace;

    /// Where the edges that leave each vertex begin in `heads`.
    private final long[] offsets;

    private final MemorySegment heads;

    /// The arcs behind each of `heads`, where there are any.
    private final @Nullable MemorySegment headArcs;

    /// For each neighbour of the vertex at hand, the arcs between them; 0 for all others.
    private final byte[] marks;

    Count(Args args, Execution execution) {
      graph = args.graph();
      arcs = args.arcs();
      perVertex = args.perVertex();
      pace = new Pace(execution, 2L * graph.vertices());
      offsets = new long[graph.vertices() + 1];
      heads = execution.scratch().allocate(graph.entries() / 2, JAVA_INT.byteSize());
      headArcs = arcs == null ? null : execution.scratch().allocate(graph.entries() / 2);
      marks = new byte[graph.vertices()];
    }

    Result run() {
      if (perVertex != null) {
        pace.fill(perVertex, (byte) 0);
      }
      long wedges = 0;
      for (int v = 0; v < graph.vertices(); v++) {
        long degree = degree(v);
        wedges += degree * (degree - 1) / 2;
        orient(v);
      }
      long count = 0;
      for (int u = 0; u < graph.vertices(); u++) {
        count += at(u);
      }
      return new Result(count, wedges);
    }

    private long degree(int v) {
      return graph.offset(v + 1) - graph.offset(v);
    }

    private void orient(int v) {
      long next = offsets[v];
      long degree = degree(v);
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        int w = graph.neighbour(e);
        long other = degree(w);
        if (other > degree || (other == degree && w < v)) {
          heads.setAtIndex(JAVA_INT, next, w);
          if (arcs != null && headArcs != null) {
            headArcs.set(JAVA_BYTE, next, (byte) arcs.getAtIndex(JAVA_INT, e));
          }
          next++;
        }
        pace.step(v);
      }
      offsets[v + 1] = next;
    }

    private long at(int u) {
      long begin = offsets[u];
      long end = offsets[u + 1];
      for (long e = begin; e < end; e++) {
        marks[head(e)] = arcs(e);
      }
      long count = 0;
      for (long e = begin; e < end; e++) {
        int v = head(e);
        for (long f = offsets[v], last = offsets[v + 1]; f < last; f++) {
          int w = head(f);
          if (marks[w] != 0) {
            count++;
            add(u, arcs(f));
            add(v, marks[w]);
            add(w, arcs(e));
          }
        }
        pace.step((long) graph.vertices() + u);
      }
      for (long e = begin; e < end; e++) {
        marks[head(e)] = 0;
      }
      return count;
    }

    private int head(long e) {
      return heads.getAtIndex(JAVA_INT, e);
    }

    private byte arcs(long e) {
      return headArcs == null ? 1 : headArcs.get(JAVA_BYTE, e);
    }

    private void add(int v, byte by) {
      if (perVertex != null) {
        perVertex.setAtIndex(JAVA_LONG, v, perVertex.getAtIndex(JAVA_LONG, v) + by);
      }
    }
  }
}
