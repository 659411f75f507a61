package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/// Builds for the tests, into a region that lasts as long as the test.
abstract class CsrBuildFixture {
  final Region target = new Region(MemoryAccount.forCall("test", 0));

  @AfterEach
  void free() {
    target.close();
  }

  /// Options with the defaults of a plain directed build.
  record Options(
      boolean symmetric,
      boolean reversed,
      boolean keepLoops,
      Duplicates duplicates,
      boolean sortColumns) {
    static final Options PLAIN = new Options(false, false, true, Duplicates.KEEP, true);
    static final Options REVERSED = new Options(false, true, true, Duplicates.KEEP, true);
    static final Options UNSORTED = new Options(false, false, true, Duplicates.KEEP, false);

    static Options merging(Duplicates duplicates) {
      return new Options(false, false, true, duplicates, true);
    }

    static Options symmetric(boolean keepLoops, Duplicates duplicates) {
      return new Options(true, false, keepLoops, duplicates, true);
    }
  }

  final Csr build(int vertices, Options options, CsrBuild.Tuples tuples) {
    try (Execution execution = Given.execution()) {
      return new CsrBuildReference()
          .run(
              new CsrBuild.Args(
                  vertices,
                  tuples,
                  options.symmetric,
                  options.reversed,
                  options.keepLoops,
                  options.duplicates,
                  options.sortColumns,
                  target),
              execution);
    }
  }

  /// Interleaved pairs.
  static CsrBuild.Tuples pairs(int... ids) {
    MemorySegment segment = MemorySegment.ofArray(ids);
    MemorySegment targets = ids.length == 0 ? segment : segment.asSlice(Integer.BYTES);
    return new CsrBuild.Tuples(segment, targets, 2, ids.length / 2, null, WeightType.NONE);
  }

  static CsrBuild.Tuples weighted(
      MemorySegment weights, WeightType type, int[] sources, int[] targets) {
    return new CsrBuild.Tuples(
        MemorySegment.ofArray(sources),
        MemorySegment.ofArray(targets),
        1,
        sources.length,
        weights,
        type);
  }

  /// As many tuples 0 -> 1 as there are weights.
  static CsrBuild.Tuples parallel(MemorySegment weights, WeightType type) {
    int count = (int) (weights.byteSize() / type.bytes());
    int[] targets = new int[count];
    Arrays.fill(targets, 1);
    return weighted(weights, type, new int[count], targets);
  }

  static void assertRows(Csr graph, long[] offsets, int... neighbours) {
    assertArrayEquals(offsets, graph.offsets().toArray(JAVA_LONG));
    assertArrayEquals(neighbours, graph.neighbours().toArray(JAVA_INT));
    assertEquals(neighbours.length, graph.entries());
    assertEquals(offsets.length - 1, graph.vertices());
  }

  static MemorySegment weightsOf(Csr graph) {
    return Objects.requireNonNull(graph.weights());
  }

  static long[] offsets(long... values) {
    return values;
  }

  static int[] ids(int... values) {
    return values;
  }
}
