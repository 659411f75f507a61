package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ParquetConvert;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// [ParquetConvert] by `gatun_parquet_convert_*`.
public final class ParquetConvertNative implements ParquetConvert {
  @Override
  public void fixed(
      Conversion conversion,
      int width,
      MemorySegment in,
      long inOffset,
      long n,
      MemorySegment out,
      long outOffset) {
    conversion.checkWidth(width);
    int status =
        gatun_h.gatun_parquet_convert_fixed(
            conversion.ordinal(),
            width,
            in.asSlice(inOffset, Math.multiplyExact(n, width)),
            n,
            out.asSlice(outOffset, Math.multiplyExact(n, conversion.outBytes())),
            MemorySegment.NULL);
    if (status != 0) {
      throw new IllegalArgumentException(conversion + " of " + width + " bytes");
    }
  }

  @Override
  public void decimals(
      Conversion conversion,
      MemorySegment offsets,
      long index,
      MemorySegment bytes,
      long n,
      MemorySegment out,
      long outOffset) {
    Objects.checkFromIndexSize(index, n + 1, offsets.byteSize() / Integer.BYTES);
    Objects.checkFromToIndex(
        offsets.getAtIndex(ValueLayout.JAVA_INT, index),
        offsets.getAtIndex(ValueLayout.JAVA_INT, index + n),
        bytes.byteSize());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(gatun_error.layout());
      int status =
          gatun_h.gatun_parquet_convert_decimals(
              conversion.ordinal(),
              offsets.asSlice(index * Integer.BYTES),
              bytes,
              n,
              out.asSlice(outOffset, Math.multiplyExact(n, conversion.outBytes())),
              error);
      if (status != 0) {
        throw NativeErrors.decoding("parquet_convert", status, error);
      }
    }
  }
}
