package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// The vertices of each edge of a frame.
///
/// @param source int32
/// @param target int32
record FrameEnds(MemorySegment source, MemorySegment target, Region region) {
  /// Room for so many edges.
  static FrameEnds of(long edges, Region region) {
    return new FrameEnds(
        region.allocate(edges, Integer.BYTES), region.allocate(edges, Integer.BYTES), region);
  }

  void set(long edge, int u, int v) {
    source.setAtIndex(JAVA_INT, edge, u);
    target.setAtIndex(JAVA_INT, edge, v);
  }

  int source(long edge) {
    return source.getAtIndex(JAVA_INT, edge);
  }

  int target(long edge) {
    return target.getAtIndex(JAVA_INT, edge);
  }

  /// Gives every vertex its new number.
  void renumber(int[] numbers) {
    for (long edge = 0; edge < source.byteSize() / Integer.BYTES; edge++) {
      set(edge, numbers[source(edge)], numbers[target(edge)]);
    }
  }

  /// Leaves the memory to a frame.
  SharedMemory keep(Execution execution) {
    return new SharedMemory(execution.keep(region)::close);
  }
}
