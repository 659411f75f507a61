package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnFilter.BytesBounds;
import dev.gatun.internal.kernel.ColumnFilter.Combine;
import dev.gatun.internal.kernel.ColumnFilter.NumberBounds;
import dev.gatun.internal.kernel.ColumnFilter.NumberType;
import dev.gatun.internal.kernel.ColumnFilter.Rows;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColumnFilterParityTest extends ParityTest {
  /// A call on rows that it is given.
  @FunctionalInterface
  private interface Filter {
    long run(ColumnFilter kernel, Rows rows);
  }

  @NeedsNatives
  @Property(tries = 1000)
  void numbers(@ForAll NumberType type, @ForAll @IntRange(max = 400) int count, @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment values = random.numbers(type, count);
    NumberBounds bounds = random.numberBounds(type);
    assertParity(random, count, (kernel, rows) -> kernel.numbers(rows, values, bounds));
  }

  @NeedsNatives
  @Property(tries = 1000)
  void strings(@ForAll @IntRange(max = 400) int count, @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    RandomColumns.Strings strings = random.strings(count);
    BytesBounds bounds = random.bytesBounds();
    assertParity(
        random,
        count,
        (kernel, rows) -> kernel.strings(rows, strings.offsets(), strings.bytes(), bounds));
  }

  @NeedsNatives
  @Property(tries = 300)
  void fixed(
      @ForAll @IntRange(max = 200) int count,
      @ForAll @IntRange(max = 20) int width,
      @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment bytes = random.letters(count * width);
    BytesBounds bounds = random.bytesBounds();
    assertParity(random, count, (kernel, rows) -> kernel.fixed(rows, width, bytes, bounds));
  }

  @NeedsNatives
  @Property(tries = 300)
  void bits(
      @ForAll @IntRange(max = 400) int count,
      @ForAll boolean zeroes,
      @ForAll boolean ones,
      @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment values = random.bitmap(count);
    assertParity(random, count, (kernel, rows) -> kernel.bits(rows, values, zeroes, ones));
    assertParity(random, count, (kernel, rows) -> kernel.all(rows, ones));
  }

  @NeedsNatives
  @Property(tries = 300)
  void indexes(
      @ForAll @IntRange(max = 400) int count,
      @ForAll @IntRange(max = 70) int entries,
      @ForAll long seed) {
    RandomColumns random = new RandomColumns(seed);
    MemorySegment matches = random.bitmap(entries);
    SplittableRandom numbers = new SplittableRandom(seed);
    int[] chosen = numbers.ints(count, -2, entries + 3).toArray();
    MemorySegment indexes = OffHeap.ints(chosen);
    assertParity(random, count, (kernel, rows) -> kernel.indexes(rows, indexes, matches, entries));
  }

  /// The reference and every tier, with every way of combining, with nulls selected or not.
  private static void assertParity(RandomColumns random, int count, Filter filter) {
    MemorySegment validity = random.validity(count);
    MemorySegment before = random.bitmap(count);
    for (Combine combine : Combine.values()) {
      boolean nulls = random.chance(2);
      Rows scratch = new Rows(count, validity, OffHeap.copy(before), combine, nulls);
      filter.run(Kernels.COLUMN_FILTER.on(Engine.JAVA), scratch); // not all alike by all failing
      assertParity(
          options -> {
            ColumnFilter kernel = Kernels.COLUMN_FILTER.on(options.engine());
            MemorySegment selection = OffHeap.copy(before);
            long selected =
                filter.run(kernel, new Rows(count, validity, selection, combine, nulls));
            assertEquals(ones(selection), selected);
            return new Object[] {selected, bytes(selection)};
          });
    }
  }

  private static byte[] bytes(MemorySegment segment) {
    return segment.toArray(ValueLayout.JAVA_BYTE);
  }

  private static long ones(MemorySegment bitmap) {
    long ones = 0;
    for (byte eight : bytes(bitmap)) {
      ones += Integer.bitCount(eight & 0xff);
    }
    return ones;
  }
}
