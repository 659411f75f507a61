package dev.gatun.internal.parquet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Ranges as sets of bits.
class RowRangesTest {
  private static final int ROWS = 40;

  private static BitSet random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet bits = new BitSet();
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(ROWS);
      bits.set(from, from + random.nextInt(ROWS - from + 1));
    }
    return bits;
  }

  private static RowRanges ranges(BitSet bits) {
    RowRanges.Builder builder = new RowRanges.Builder();
    bits.stream().forEach(bit -> builder.add(bit, bit + 1L));
    return builder.build();
  }

  @Property
  void areSets(@ForAll long seed) {
    BitSet a = random(seed);
    BitSet b = random(seed + 1);
    BitSet both = (BitSet) a.clone();
    both.and(b);
    BitSet either = (BitSet) a.clone();
    either.or(b);
    assertEquals(ranges(both), ranges(a).intersection(ranges(b)));
    assertEquals(ranges(either), ranges(a).union(ranges(b)));
    assertEquals(a.cardinality(), ranges(a).rows());
    for (int from = 0; from < ROWS; from++) {
      for (int to = from; to <= ROWS; to++) {
        assertEquals(!a.get(from, to).isEmpty(), ranges(a).overlaps(from, to));
      }
    }
  }
}
