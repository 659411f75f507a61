package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.ParquetSplit;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Byte by byte.
public final class ParquetSplitReference implements ParquetSplit {
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
    if (width < 1) {
      throw new IllegalArgumentException("values of " + width + " bytes");
    }
    MemorySegment section = data.asSlice(offset, Math.multiplyExact(values, width));
    MemorySegment joined = out.asSlice(outOffset, n * width);
    for (int b = 0; b < width; b++) {
      MemorySegment stream = section.asSlice(b * values + first, n);
      for (long i = 0; i < n; i++) {
        joined.set(ValueLayout.JAVA_BYTE, i * width + b, stream.get(ValueLayout.JAVA_BYTE, i));
      }
    }
  }
}
