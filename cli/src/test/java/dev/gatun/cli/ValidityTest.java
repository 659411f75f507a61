package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidityTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 63, 64, 65, 128, 200, 1000})
  void runsAreTheOnesAndAsLongAsCanBe(int n) {
    Random random = new Random(n);
    for (double share : new double[] {0, 0.01, 0.5, 0.99, 1}) {
      BitSet bits = bits(random, n, share);
      BitSet other = bits(random, n, 0.7);
      assertEquals(bits, ones(segment(bits, n), n));
      assertEquals(bits.cardinality(), Validity.count(segment(bits, n), n));
      MemorySegment both = Validity.and(segment(bits, n), segment(other, n), n);
      bits.and(other);
      assertEquals(bits, ones(both, n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 100})
  void nullIsAllOnes(int n) {
    BitSet all = new BitSet();
    all.set(0, n);
    assertEquals(all, ones(null, n));
    assertEquals(n, Validity.count(null, n));
    MemorySegment some = segment(bits(new Random(n), n, 0.5), n);
    assertEquals(some, Validity.and(some, null, n));
    assertEquals(some, Validity.and(null, some, n));
    assertNull(Validity.and(null, null, n));
  }

  private static BitSet bits(Random random, int n, double share) {
    BitSet bits = new BitSet(n);
    for (int i = 0; i < n; i++) {
      bits.set(i, random.nextDouble() < share);
    }
    return bits;
  }

  /// Exactly as many bytes as are needed, with ones after the end.
  private static MemorySegment segment(BitSet bits, int n) {
    BitSet padded = (BitSet) bits.clone();
    int bytes = (n + 7) / 8;
    padded.set(n, bytes * 8 + 1);
    return MemorySegment.ofArray(padded.toByteArray()).asSlice(0, bytes);
  }

  private static BitSet ones(@Nullable MemorySegment bits, int n) {
    BitSet ones = new BitSet();
    Validity.runs(
        bits,
        n,
        (from, to) -> {
          assertTrue(from < to && to <= n, Objects.toString(from));
          assertTrue(from == 0 || !ones.get(from - 1), "two runs that are one");
          ones.set(from, to);
        });
    return ones;
  }
}
