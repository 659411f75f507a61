package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ColumnSpread;
import dev.gatun.internal.kernel.SpreadChecks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.ToIntFunction;

/// [ColumnSpread] by the functions of `gatun/column_spread.h`.
public final class ColumnSpreadNative implements ColumnSpread {
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
    call(
        error ->
            gatun_h.gatun_column_spread_fixed(
                values.asSlice(first * width), width, validity, bitOffset, n, present, error));
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
    call(
        error ->
            gatun_h.gatun_column_spread_bits(
                values, first, validity, bitOffset, n, present, error));
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
    call(
        error ->
            gatun_h.gatun_column_spread_offsets(
                offsets.asSlice(first * Integer.BYTES), validity, bitOffset, n, present, error));
  }

  private static void call(ToIntFunction<MemorySegment> function) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = gatun_error.allocate(arena);
      int status = function.applyAsInt(error);
      if (status != 0) {
        throw NativeErrors.decoding("column_spread", status, error);
      }
    }
  }
}
