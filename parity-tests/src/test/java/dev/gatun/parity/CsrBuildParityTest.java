package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsrBuildParityTest extends ParityTest {

  /// What a build may be asked for.
  record Options(
      boolean symmetric, boolean reversed, boolean keepLoops, Duplicates duplicates, boolean sort) {
    Options {
      sort |= duplicates != Duplicates.KEEP;
      reversed &= !symmetric;
    }
  }

  @Provide
  Arbitrary<Options> options() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(either, either, either, Arbitraries.of(Duplicates.values()), either)
        .as(Options::new);
  }

  @Provide
  Arbitrary<Edges> largerEdges() {
    return GraphArbitraries.largerEdges(Palette.any());
  }

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("anyEdges") Edges edges, @ForAll("options") Options options, @ForAll Layout layout) {
    assertParity(run -> build(edges, options, layout, run));
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerInput(
      @ForAll("largerEdges") Edges edges,
      @ForAll("options") Options options,
      @ForAll Layout layout) {
    assertParity(run -> build(edges, options, layout, run));
  }

  @Property(tries = 200)
  void javaEqualsSortedList(
      @ForAll("anyEdges") Edges edges, @ForAll("options") Options options, @ForAll Layout layout) {
    assertEquals(
        Outcome.of(() -> NaiveCsr.build(edges, options)),
        outcome(Setup.JAVA, run -> build(edges, options, layout, run)));
  }

  @Property(tries = 100)
  void theFirstBadIdIsNamed(
      @ForAll("anyEdges") Edges edges,
      @ForAll("options") Options options,
      @ForAll Layout layout,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll("badIds") int badId,
      @ForAll boolean inSource) {
    if (edges.size() == 0) {
      return;
    }
    int first = place % edges.size();
    int id = badId >= 0 ? Math.max(badId, edges.vertices()) : badId;
    Edges bad =
        new Edges(
            edges.vertices(),
            edges.source().clone(),
            edges.target().clone(),
            edges.type(),
            edges.weights());
    bad.target()[edges.size() - 1] = -77;
    (inSource ? bad.source() : bad.target())[first] = id;
    if (inSource) {
      bad.target()[first] = -1;
    }
    Call call = run -> build(bad, options, layout, run);
    Outcome expected =
        Outcome.of(
            () -> {
              throw new IllegalArgumentException(Messages.edge(first, id, edges.vertices()));
            });
    assertEquals(expected, outcome(Setup.JAVA, call));
    assertParity(call);
  }

  @Provide
  Arbitrary<Integer> badIds() {
    return Arbitraries.of(-1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 100_000);
  }

  /// How a caller may hand tuples over.
  enum Layout {
    ARRAYS,
    PAIRS,
    OFF_HEAP,
    OFF_HEAP_PAIRS;

    CsrBuild.Tuples tuples(Edges edges) {
      boolean offHeap = this == OFF_HEAP || this == OFF_HEAP_PAIRS;
      MemorySegment weights = edges.weightSegment();
      if (weights != null && offHeap) {
        weights = OffHeap.copy(weights);
      }
      if (this == ARRAYS || this == OFF_HEAP) {
        MemorySegment source = MemorySegment.ofArray(edges.source());
        MemorySegment target = MemorySegment.ofArray(edges.target());
        return new CsrBuild.Tuples(
            offHeap ? OffHeap.copy(source) : source,
            offHeap ? OffHeap.copy(target) : target,
            1,
            edges.size(),
            weights,
            edges.type());
      }
      int[] pairs = new int[2 * edges.size()];
      for (int i = 0; i < edges.size(); i++) {
        pairs[2 * i] = edges.source()[i];
        pairs[2 * i + 1] = edges.target()[i];
      }
      MemorySegment both = MemorySegment.ofArray(pairs);
      MemorySegment source = offHeap ? OffHeap.copy(both) : both;
      MemorySegment target = edges.size() == 0 ? source : source.asSlice(Integer.BYTES);
      return new CsrBuild.Tuples(source, target, 2, edges.size(), weights, edges.type());
    }
  }

  private static Object[] build(Edges edges, Options o, Layout layout, RunOptions run) {
    try (Execution execution = Execution.begin("build", run)) {
      CsrBuild.Args args =
          new CsrBuild.Args(
              edges.vertices(),
              layout.tuples(edges),
              o.symmetric(),
              o.reversed(),
              o.keepLoops(),
              o.duplicates(),
              o.sort(),
              execution.resultRegion());
      return figures(Kernels.CSR_BUILD.call(args, new Work(edges.size(), 0), execution));
    }
  }

  private static Object[] figures(Csr csr) {
    return new Object[] {
      csr.vertices(),
      csr.entries(),
      csr.sorted(),
      csr.offsets().toArray(ValueLayout.JAVA_LONG),
      csr.neighbours().toArray(ValueLayout.JAVA_INT),
      weights(csr.weightType(), csr.weights())
    };
  }

  private static Object weights(WeightType type, MemorySegment segment) {
    return switch (type) {
      case NONE -> null;
      case INT32 -> segment.toArray(ValueLayout.JAVA_INT);
      case INT64 -> segment.toArray(ValueLayout.JAVA_LONG);
      case FLOAT32 -> segment.toArray(ValueLayout.JAVA_FLOAT);
      case FLOAT64 -> segment.toArray(ValueLayout.JAVA_DOUBLE);
    };
  }
}
