package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Room behind the bytes a kernel works on, so that it may load and store whole vectors at the end.
public final class Slack {
  /// Bytes that are there behind a section or an output, their contents anything.
  public static final int BYTES = ParquetHybrid.SLACK;

  private Slack() {}

  /// Checks that `size` bytes from `offset` and the slack behind them are inside `segment`.
  public static void check(MemorySegment segment, long offset, long size) {
    if (size < 0 || size > Long.MAX_VALUE - BYTES) {
      throw new IndexOutOfBoundsException("a section of " + size + " bytes");
    }
    Objects.checkFromIndexSize(offset, size + BYTES, segment.byteSize());
  }
}
