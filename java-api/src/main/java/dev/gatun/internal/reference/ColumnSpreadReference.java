package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.SpreadChecks;
import java.lang.foreign.MemorySegment;

/// From the last slot down: a value only ever moves up, so none is overwritten before it has moved.
/// It is done when all values that are left are in their places.
public final class ColumnSpreadReference implements ColumnSpread {
  @Override
  public void fixed(
      MemorySegment values,
      long first,
      int width,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    SpreadChecks.fixed(values, first, width, validity, bitOffset, n, present);
    requireOnes(validity, bitOffset, n, present);
    long dense = present;
    for (long slot = n - 1; slot >= dense; slot--) {
      long to = (first + slot) * width;
      if (Bits.get(validity, bitOffset + slot)) {
        dense--;
        MemorySegment.copy(values, (first + dense) * width, values, to, width);
      } else {
        values.asSlice(to, width).fill((byte) 0);
      }
    }
  }

  @Override
  public void bits(
      MemorySegment values,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    SpreadChecks.bits(values, first, validity, bitOffset, n, present);
    requireOnes(validity, bitOffset, n, present);
    long dense = present;
    for (long slot = n - 1; slot >= dense; slot--) {
      boolean valid = Bits.get(validity, bitOffset + slot);
      dense -= valid ? 1 : 0;
      Bits.set(values, first + slot, valid && Bits.get(values, first + dense));
    }
  }

  @Override
  public void offsets(
      MemorySegment offsets,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    SpreadChecks.offsets(offsets, first, validity, bitOffset, n, present);
    requireOnes(validity, bitOffset, n, present);
    long dense = present;
    for (long slot = n; slot > dense; slot--) {
      int offset = offsets.get(JAVA_INT_UNALIGNED, (first + dense) * Integer.BYTES);
      offsets.set(JAVA_INT_UNALIGNED, (first + slot) * Integer.BYTES, offset);
      dense -= Bits.get(validity, bitOffset + slot - 1) ? 1 : 0;
    }
  }

  private static void requireOnes(MemorySegment validity, long bitOffset, long n, long present) {
    long ones = 0;
    for (long i = 0; i < n; i++) {
      ones += Bits.get(validity, bitOffset + i) ? 1 : 0;
    }
    if (ones != present) {
      throw SpreadChecks.otherNumber();
    }
  }
}
