package dev.gatun.internal.exec;

import dev.gatun.InputSource;
import dev.gatun.Metrics.InputMetrics;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.LongAdder;

/// Counters of what is read of files, streams and other sources. Called where bytes come in, once
/// for each read.
public final class InputStats {
  private static final LongAdder READS = new LongAdder();
  private static final LongAdder BYTES = new LongAdder();

  private InputStats() {}

  /// Counts a read that gave `bytes`.
  public static void count(long bytes) {
    READS.increment();
    BYTES.add(bytes);
  }

  /// Fills `into` with the bytes of a source from `position`, and counts that.
  ///
  /// @throws IOException what the source throws
  public static void read(InputSource source, long position, MemorySegment into)
      throws IOException {
    source.read(position, into);
    count(into.byteSize());
  }

  /// What was counted.
  public static InputMetrics snapshot() {
    return new InputMetrics(READS.sum(), BYTES.sum());
  }
}
