package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrCommunities;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Vertices divided into communities, and how good a division that is.
public final class CommunitiesResult extends GraphResult {
  private final IntVector labels;
  private final IntVector rawLabels;
  private final IntVector compact;
  private final CsrCommunities.Result summary;
  private final boolean converged;

  CommunitiesResult(
      Region region,
      RunInfo info,
      MemorySegment labels,
      MemorySegment rawLabels,
      MemorySegment compact,
      CsrCommunities.Result summary,
      boolean converged) {
    super(region, info);
    this.labels = new IntVector(labels);
    this.rawLabels = new IntVector(rawLabels);
    this.compact = new IntVector(compact);
    this.summary = summary;
    this.converged = converged;
  }

  /// The smallest vertex of each vertex's community.
  public IntVector labels() {
    return labels;
  }

  /// The smallest vertex of this vertex's community.
  public int label(int vertex) {
    return labels.get(vertex);
  }

  /// The labels as [LabelPropagation] leaves them, which LDBC Graphalytics compares, or as they
  /// were given to [Modularity]; after [Louvain] and [Leiden] the same as [#labels].
  public IntVector rawLabels() {
    return rawLabels;
  }

  /// The number of each vertex's community: 0 .. count - 1, in order of their smallest vertices.
  public IntVector compact() {
    return compact;
  }

  /// Communities.
  public long count() {
    return summary.count();
  }

  /// Modularity, as defined at [Louvain]: 1 at most, 0 for a graph without edges.
  public double modularity() {
    return summary.modularity();
  }

  /// Rounds run, 0 where there are none.
  public long rounds() {
    return summary.rounds();
  }

  /// Levels that moved a vertex, in all rounds; 0 where there are none.
  public long levels() {
    return summary.levels();
  }

  /// Iterations of label propagation, or passes over the vertices of all levels.
  public long iterations() {
    return summary.iterations();
  }

  /// Whether the search came to its end; false when it stopped at its limit of iterations or
  /// rounds, and more might change something.
  public boolean converged() {
    return converged;
  }

  /// Vertices of each community, by compact number. O(n).
  public int[] sizes() {
    int[] sizes = new int[Math.toIntExact(count())];
    for (int v = 0; v < compact.size(); v++) {
      sizes[compact.get(v)]++;
    }
    return sizes;
  }

  /// Vertices of the largest community. O(n).
  public int largest() {
    return Arrays.stream(sizes()).max().orElse(0);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.vertices("community", labels));
  }
}
