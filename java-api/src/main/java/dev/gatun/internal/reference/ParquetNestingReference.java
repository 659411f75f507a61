package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.NestingChecks;
import dev.gatun.internal.kernel.ParquetNesting;
import java.lang.foreign.MemorySegment;

/// Entry by entry.
public final class ParquetNestingReference implements ParquetNesting {
  @Override
  public Records records(MemorySegment rep, long from, long n, long want) {
    NestingChecks.levels(rep, from, n);
    NestingChecks.want(want);
    if (NestingChecks.absent(rep)) {
      long records = Math.min(n, want);
      return new Records(records, records);
    }
    long records = 0;
    long entries = 0;
    for (; entries < n; entries++) {
      if (level(rep, from + entries) == 0) {
        if (records == want) {
          break;
        }
        records++;
      }
    }
    return new Records(records, entries);
  }

  @Override
  public long validity(
      MemorySegment def,
      MemorySegment rep,
      long from,
      long n,
      int slotRep,
      int slotDef,
      int validDef,
      MemorySegment bitmap,
      long bitOffset) {
    NestingChecks.levels(def, rep, from, n);
    NestingChecks.compared(slotRep, slotDef, validDef);
    long capacity = NestingChecks.bits(bitmap, bitOffset);
    long slots = 0;
    long ones = 0;
    for (long i = from; i < from + n; i++) {
      if (repetition(rep, i) <= slotRep && level(def, i) >= slotDef) {
        requireRoom(slots, capacity);
        boolean valid = level(def, i) >= validDef;
        Bits.set(bitmap, bitOffset + slots, valid);
        slots++;
        ones += valid ? 1 : 0;
      }
    }
    if (n > 0) {
      Bits.clearRestOfByte(bitmap, bitOffset + slots);
    }
    return ones << Integer.SIZE | slots;
  }

  @Override
  public long offsets(
      MemorySegment def,
      MemorySegment rep,
      long from,
      long n,
      int slotRep,
      int slotDef,
      int elementDef,
      MemorySegment out,
      long index,
      int base) {
    NestingChecks.levels(def, rep, from, n);
    NestingChecks.compared(slotRep, slotDef, elementDef);
    long capacity = NestingChecks.offsets(out, index);
    requireRoom(0, capacity);
    long slots = 0;
    long elements = 0;
    for (long i = from; i < from + n; i++) {
      int r = repetition(rep, i);
      int d = level(def, i);
      if (r <= slotRep && d >= slotDef) {
        requireRoom(slots + 1, capacity);
        put(out, index + slots, base + elements);
        slots++;
      }
      if (r <= slotRep + 1 && d >= elementDef) {
        elements++;
      }
    }
    put(out, index + slots, base + elements);
    if (base < 0 || base + elements > Integer.MAX_VALUE) {
      throw new DecodeException(-1, "list offset does not fit 32 bits");
    }
    return elements << Integer.SIZE | slots;
  }

  private static void requireRoom(long slots, long capacity) {
    if (slots >= capacity) {
      throw new IndexOutOfBoundsException("no room for all slots");
    }
  }

  private static void put(MemorySegment out, long index, long offset) {
    out.set(JAVA_INT_UNALIGNED, index * Integer.BYTES, (int) offset);
  }

  private static int repetition(MemorySegment rep, long index) {
    return NestingChecks.absent(rep) ? 0 : level(rep, index);
  }

  private static int level(MemorySegment levels, long index) {
    return Byte.toUnsignedInt(levels.get(JAVA_BYTE, index));
  }
}
