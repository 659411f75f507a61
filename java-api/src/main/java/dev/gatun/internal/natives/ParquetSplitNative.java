package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.ParquetSplit;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [ParquetSplit] by `gatun_parquet_split_join`.
public final class ParquetSplitNative implements ParquetSplit {
  @Override
  public void join(
      MemorySegment data,
      long offset,
      long values,
      int width,
      long first,
      long n,
      MemorySegment out,
      long outOffset) {
    Objects.checkFromIndexSize(first, n, values);
    int status =
        gatun_h.gatun_parquet_split_join(
            data.asSlice(offset, Math.multiplyExact(values, width)),
            values,
            width,
            first,
            n,
            out.asSlice(outOffset, n * width),
            MemorySegment.NULL);
    if (status != 0) {
      throw new IllegalArgumentException("values of " + width + " bytes");
    }
  }
}
