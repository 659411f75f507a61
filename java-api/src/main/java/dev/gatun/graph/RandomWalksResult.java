package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Random walks, each a row of vertices.
public final class RandomWalksResult extends GraphResult {
  private final MemorySegment walks;
  private final long first;
  private final int length;
  private final long count;

  RandomWalksResult(Region region, RunInfo info, MemorySegment walks, long first, int length) {
    super(region, info);
    this.walks = walks.asReadOnly();
    this.first = first;
    this.length = length;
    this.count = walks.byteSize() / ((long) length * Integer.BYTES);
  }

  /// Walks.
  public long count() {
    return count;
  }

  /// The number of the first of them, 0 unless this is a batch.
  public long first() {
    return first;
  }

  /// Vertices of a walk that has not ended early.
  public int length() {
    return length;
  }

  /// The vertices of a walk, as many as it has.
  ///
  /// @param walk 0 .. count - 1
  /// @throws IndexOutOfBoundsException when there is no such walk
  public int[] walk(long walk) {
    Objects.checkIndex(walk, count);
    int end = 0;
    while (end < length && vertex(walk, end) >= 0) {
      end++;
    }
    return walks
        .asSlice(walk * length * Integer.BYTES, (long) end * Integer.BYTES)
        .toArray(JAVA_INT);
  }

  /// A vertex of a walk, -1 when the walk has ended before.
  ///
  /// @param walk 0 .. count - 1
  /// @param step 0 .. length - 1
  /// @throws IndexOutOfBoundsException when there is none
  public int vertex(long walk, int step) {
    Objects.checkIndex(walk, count);
    return walks.getAtIndex(JAVA_INT, walk * length + Objects.checkIndex(step, length));
  }

  /// All walks, read-only: `count` rows of `length` int32 in native byte order, -1 after the end of
  /// a walk.
  public MemorySegment segment() {
    return walks;
  }

  /// A row for each walk and a column for each step, copied: as much memory again, which is freed
  /// when the table is not used any more.
  ///
  /// @throws ArithmeticException when there are more than 2^31 - 1 walks
  @Override
  public ResultTable table() {
    int rows = Math.toIntExact(count);
    ResultColumn[] columns = new ResultColumn[length];
    for (int step = 0; step < length; step++) {
      MemorySegment column = Arena.ofAuto().allocate(JAVA_INT, rows);
      for (int walk = 0; walk < rows; walk++) {
        column.setAtIndex(JAVA_INT, walk, vertex(walk, step));
      }
      columns[step] = ResultColumn.vertices("step_" + step, new IntVector(column));
    }
    return ResultTable.of(columns);
  }
}
