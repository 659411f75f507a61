package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_parquet_nesting_counts;
import dev.gatun.internal.kernel.NestingChecks;
import dev.gatun.internal.kernel.ParquetNesting;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// [ParquetNesting] by the functions of `gatun/parquet_nesting.h`.
public final class ParquetNestingNative implements ParquetNesting {
  /// What a call writes beside its buffers.
  private record Results(MemorySegment counts, MemorySegment error) {
    static Results allocate(Arena arena) {
      return new Results(gatun_parquet_nesting_counts.allocate(arena), gatun_error.allocate(arena));
    }

    Results check(int status) {
      if (status != 0) {
        throw NativeErrors.decoding("parquet_nesting", status, error);
      }
      return this;
    }

    long slots() {
      return gatun_parquet_nesting_counts.slots(counts);
    }

    long found() {
      return gatun_parquet_nesting_counts.found(counts);
    }

    long packed() {
      return found() << Integer.SIZE | slots();
    }
  }

  @Override
  public Records records(MemorySegment rep, long from, long n, long want) {
    NestingChecks.levels(rep, from, n);
    NestingChecks.want(want);
    try (Arena arena = Arena.ofConfined()) {
      Results results = Results.allocate(arena);
      results.check(
          gatun_h.gatun_parquet_nesting_records(
              part(rep, from), n, want, results.counts, results.error));
      return new Records(results.slots(), results.found());
    }
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
    long capacity = NestingChecks.bits(bitmap, bitOffset);
    try (Arena arena = Arena.ofConfined()) {
      Results results = Results.allocate(arena);
      return results
          .check(
              gatun_h.gatun_parquet_nesting_validity(
                  part(def, from),
                  part(rep, from),
                  n,
                  slotRep,
                  slotDef,
                  validDef,
                  bitmap,
                  bitOffset,
                  capacity,
                  results.counts,
                  results.error))
          .packed();
    }
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
    long capacity = NestingChecks.offsets(out, index);
    try (Arena arena = Arena.ofConfined()) {
      Results results = Results.allocate(arena);
      return results
          .check(
              gatun_h.gatun_parquet_nesting_offsets(
                  part(def, from),
                  part(rep, from),
                  n,
                  slotRep,
                  slotDef,
                  elementDef,
                  base,
                  out.asSlice(index * Integer.BYTES),
                  capacity,
                  results.counts,
                  results.error))
          .packed();
    }
  }

  private static MemorySegment part(MemorySegment levels, long from) {
    return NestingChecks.absent(levels) ? MemorySegment.NULL : levels.asSlice(from);
  }
}
