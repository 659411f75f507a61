package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// What is known of the diameter.
public final class DiameterResult extends GraphResult {
  private final IntVector row;
  private final int componentSize;
  private final int searches;

  /// @param row lower bound, upper bound and two vertices
  DiameterResult(Region region, RunInfo info, MemorySegment row, int componentSize, int searches) {
    super(region, info);
    this.row = new IntVector(row);
    this.componentSize = componentSize;
    this.searches = searches;
  }

  /// No two vertices are less far apart: the distance of [#from] and [#to].
  public int lower() {
    return row.get(0);
  }

  /// No two vertices are farther apart.
  public int upper() {
    return row.get(1);
  }

  /// Whether both bounds are the diameter.
  public boolean isExact() {
    return lower() == upper();
  }

  /// One end of a shortest path of length [#lower]; -1 in a graph without vertices.
  public int from() {
    return row.get(2);
  }

  /// The other end.
  public int to() {
    return row.get(3);
  }

  /// Vertices of the component that was looked at.
  public int componentSize() {
    return componentSize;
  }

  /// Vertices that searches began at.
  public int searches() {
    return searches;
  }

  /// One row: lower, upper, from, to.
  @Override
  public ResultTable table() {
    return ResultTable.of(
        ResultColumn.of("lower", cell(0)),
        ResultColumn.of("upper", cell(1)),
        ResultColumn.vertices("from", cell(2)),
        ResultColumn.vertices("to", cell(3)));
  }

  private IntVector cell(int index) {
    return new IntVector(
        row.segment().asSlice(index * ValueLayout.JAVA_INT.byteSize(), ValueLayout.JAVA_INT));
  }
}
