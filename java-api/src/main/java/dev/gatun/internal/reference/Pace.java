package dev.gatun.internal.reference;

import dev.gatun.internal.exec.Execution;
import java.lang.foreign.MemorySegment;

/// Keeps a long loop in touch with its call: every few thousand steps it looks for cancellation and
/// reports progress.
final class Pace {
  private static final int STRIDE = 1 << 12;
  private static final long FILL_BYTES = 4L << 20;

  private final Execution execution;
  private final long total;
  private long done;
  private int left = STRIDE;

  /// @param total units of progress in all
  Pace(Execution execution, long total) {
    this.execution = execution;
    this.total = total;
  }

  /// One step, which is one unit of progress.
  void step() {
    step(done + 1);
  }

  /// One step of a loop that has `nowDone` units of progress behind it.
  void step(long nowDone) {
    done = nowDone;
    if (--left == 0) {
      left = STRIDE;
      look();
    }
  }

  /// Sets every byte of a segment.
  void fill(MemorySegment segment, byte value) {
    for (long at = 0; at < segment.byteSize(); at += FILL_BYTES) {
      segment.asSlice(at, Math.min(FILL_BYTES, segment.byteSize() - at)).fill(value);
      look();
    }
  }

  private void look() {
    execution.checkpoint(Math.min(done, total), total);
  }
}
