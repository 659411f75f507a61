package dev.gatun.cli;

import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.FixedWidthColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Everything stored as integers of up to 64 bits: numbers, decimals, dates, times. Sums are exact.
final class IntegerAggregate extends ColumnAggregate implements Validity.Runs {
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  /// From the integer to what it stands for.
  @FunctionalInterface
  interface Conversion {
    Object of(long value);
  }

  /// What the integers stand for.
  ///
  /// @param conversion of signed ones
  /// @param scale digits after the point of a sum
  /// @param sums whether sums make sense
  record Meaning(Conversion conversion, int scale, boolean sums) {
    /// Themselves.
    static final Meaning NUMBER = new Meaning(value -> value, 0, true);

    /// Decimals of that scale.
    static Meaning decimal(int scale) {
      return new Meaning(value -> BigDecimal.valueOf(value, scale), scale, true);
    }
  }

  private static final int BLOCK = 1024;

  private final Meaning meaning;
  private final int bits;
  private final boolean signed;
  private final int[] ints;
  private final long[] longs;

  /// Unsigned numbers of 64 bits have their top bit flipped here, which gives signed order.
  private long min = Long.MAX_VALUE;

  private long max = Long.MIN_VALUE;
  private BigInteger sum = BigInteger.ZERO;

  /// The sum of this batch is `high * 2^32 + low`.
  private long high;

  private long low;
  private MemorySegment data = MemorySegment.NULL;

  IntegerAggregate(String path, Field field, int bits, boolean signed, Meaning meaning) {
    super(path, field);
    this.bits = bits;
    this.signed = signed;
    this.meaning = meaning;
    this.ints = new int[bits == Integer.SIZE ? BLOCK : 0];
    this.longs = new long[bits == Long.SIZE ? BLOCK : 0];
  }

  @Override
  void addValues(Column column, @Nullable MemorySegment valid) {
    data = ((FixedWidthColumn) column).values();
    Validity.runs(valid, column.length(), this);
    data = MemorySegment.NULL;
    if (meaning.sums()) {
      // A batch has less than 2^31 slots, so neither part has overflowed.
      sum = sum.add(BigInteger.valueOf(high).shiftLeft(Integer.SIZE)).add(BigInteger.valueOf(low));
    }
    high = 0;
    low = 0;
  }

  @Override
  public void add(int from, int to) {
    switch (bits) {
      case Byte.SIZE -> addBytes(from, to);
      case Short.SIZE -> addShorts(from, to);
      case Integer.SIZE -> addInts(from, to);
      default -> addLongs(from, to);
    }
  }

  private void addBytes(int from, int to) {
    int mask = signed ? -1 : 0xff;
    for (int i = from; i < to; i++) {
      addSmall(data.get(ValueLayout.JAVA_BYTE, i) & mask);
    }
  }

  private void addShorts(int from, int to) {
    int mask = signed ? -1 : 0xffff;
    for (int i = from; i < to; i++) {
      addSmall(data.getAtIndex(SHORT, i) & mask);
    }
  }

  private void addSmall(int value) {
    low += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  // Copies to an array in the first cache: over arrays the compiler makes vector loops.

  private void addInts(int from, int to) {
    // As for longs: flipping the top bit turns unsigned order into signed order.
    int flip = signed ? 0 : Integer.MIN_VALUE;
    long offset = signed ? 0 : 1L << Integer.SIZE - 1;
    int[] block = ints;
    int smallest = Integer.MAX_VALUE;
    int largest = Integer.MIN_VALUE;
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      MemorySegment.copy(data, INT, (long) at * Integer.BYTES, block, 0, n);
      long total = 0;
      for (int i = 0; i < n; i++) {
        int value = block[i] ^ flip;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
      for (int i = 0; i < n; i++) {
        total += block[i] ^ flip;
      }
      low += total + offset * n;
    }
    min = Math.min(min, smallest + offset);
    max = Math.max(max, largest + offset);
  }

  private void addLongs(int from, int to) {
    long flip = signed ? 0 : Long.MIN_VALUE;
    long[] block = longs;
    long smallest = Long.MAX_VALUE;
    long largest = Long.MIN_VALUE;
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      MemorySegment.copy(data, LONG, (long) at * Long.BYTES, block, 0, n);
      for (int i = 0; i < n; i++) {
        long value = block[i] ^ flip;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
      if (meaning.sums()) {
        addHalves(block, n, flip);
      }
    }
    min = Math.min(min, smallest);
    max = Math.max(max, largest);
  }

  private void addHalves(long[] block, int n, long flip) {
    long upper = 0;
    long lower = 0;
    for (int i = 0; i < n; i++) {
      upper += (block[i] ^ flip) >> Integer.SIZE;
      lower += block[i] & 0xffff_ffffL;
    }
    high += upper + (signed ? 0 : (1L << Integer.SIZE - 1) * n);
    low += lower;
  }

  @Override
  Summary summary() {
    boolean any = values() > 0;
    Object smallest = any ? object(min) : null;
    Object largest = any ? object(max) : null;
    if (!meaning.sums()) {
      return Summary.ofRange(smallest, largest);
    }
    BigDecimal total = new BigDecimal(sum, meaning.scale());
    Number exact = field().type() instanceof DataType.Decimal ? total : sum;
    Double mean = any ? total.doubleValue() / values() : null;
    return new Summary(smallest, largest, exact, mean, null, null, null, null);
  }

  private Object object(long value) {
    if (signed || bits < Long.SIZE) {
      return meaning.conversion().of(value);
    }
    long stored = value ^ Long.MIN_VALUE;
    BigInteger number = BigInteger.valueOf(stored);
    return stored < 0 ? number.add(TWO_TO_64) : number;
  }
}
