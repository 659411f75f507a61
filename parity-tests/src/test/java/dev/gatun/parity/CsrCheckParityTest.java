package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrCheckParityTest extends ParityTest {
  private static final long[] ODD_VALUES = {
    -1, 0, 1, 2, 3, 7, 100, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
  };

  /// CSR arrays that may be anything.
  record CsrArrays(long[] offsets, int[] neighbours, boolean sorted) {
    int vertices() {
      return offsets.length - 1;
    }

    @Override
    public String toString() {
      return Arrays.toString(offsets) + " " + Arrays.toString(neighbours) + " sorted=" + sorted;
    }
  }

  /// A right CSR with a few values overwritten.
  @Provide
  Arbitrary<CsrArrays> small() {
    return damaged(20, 3);
  }

  @Provide
  Arbitrary<CsrArrays> larger() {
    return damaged(3000, 4);
  }

  private static Arbitrary<CsrArrays> damaged(int mostVertices, int mostFaults) {
    return Combinators.combine(
            Arbitraries.integers().between(0, mostVertices),
            Arbitraries.integers().between(0, mostFaults),
            Arbitraries.of(true, false),
            Arbitraries.longs())
        .as(CsrCheckParityTest::damaged);
  }

  private static CsrArrays damaged(int n, int faults, boolean sorted, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] offsets = new long[n + 1];
    for (int v = 0; v < n; v++) {
      offsets[v + 1] = offsets[v] + random.nextInt(6);
    }
    int[] neighbours = n == 0 ? new int[0] : random.ints(offsets[n], 0, n).toArray();
    for (int v = 0; v < n && sorted; v++) {
      Arrays.sort(neighbours, (int) offsets[v], (int) offsets[v + 1]);
    }
    for (int i = 0; i < faults; i++) {
      long odd = ODD_VALUES[random.nextInt(ODD_VALUES.length)];
      if (neighbours.length == 0 || random.nextInt(3) == 0) {
        offsets[random.nextInt(n + 1)] = odd;
      } else {
        neighbours[random.nextInt(neighbours.length)] = (int) odd;
      }
    }
    return new CsrArrays(offsets, neighbours, sorted);
  }

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("small") CsrArrays arrays) {
    assertParity(run -> check(arrays, run));
  }

  @NeedsNatives
  @Property(tries = 50)
  void nativeEqualsJavaOnLargerInput(@ForAll("larger") CsrArrays arrays) {
    assertParity(run -> check(arrays, run));
  }

  @Property(tries = 500)
  void javaRefusesExactlyWhatIsWrong(@ForAll("small") CsrArrays arrays) {
    Outcome outcome = outcome(Setup.JAVA, run -> check(arrays, run));
    assertEquals(
        isRight(arrays) ? "right" : IllegalArgumentException.class.getName(), outcome.figure(0));
  }

  private static boolean isRight(CsrArrays arrays) {
    long[] offsets = arrays.offsets();
    int n = arrays.vertices();
    boolean right = offsets[0] == 0 && offsets[n] == arrays.neighbours().length;
    for (int v = 0; v < n; v++) {
      right &= offsets[v] <= offsets[v + 1];
    }
    for (int neighbour : arrays.neighbours()) {
      right &= neighbour >= 0 && neighbour < n;
    }
    for (int v = 0; right && arrays.sorted() && v < n; v++) {
      for (long e = offsets[v] + 1; e < offsets[v + 1]; e++) {
        right &= arrays.neighbours()[(int) e - 1] <= arrays.neighbours()[(int) e];
      }
    }
    return right;
  }

  private static Object[] check(CsrArrays arrays, RunOptions run) {
    Csr csr =
        new Csr(
            arrays.vertices(),
            arrays.neighbours().length,
            OffHeap.longs(arrays.offsets()),
            OffHeap.ints(arrays.neighbours()),
            null,
            WeightType.NONE,
            arrays.sorted());
    try (Execution execution = Execution.begin("check", run)) {
      Kernels.CSR_CHECK.call(new CsrCheck.Args(csr), new Work(csr.entries(), 0), execution);
      return new Object[] {"right"};
    }
  }
}
