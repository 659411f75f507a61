package dev.gatun;

import java.time.Duration;
import java.util.List;

/// Counters since the JVM started, read by [Gatun#metrics]. A snapshot: it does not change.
///
/// @param kernels one entry per kernel and engine that has run, in order of name
/// @param memory off-heap memory
public record Metrics(List<KernelMetrics> kernels, MemoryMetrics memory) {

  /// What one kernel did on one engine.
  ///
  /// @param kernel name, such as `csr_bfs`
  /// @param engine [Engine#NATIVE] or [Engine#JAVA]
  /// @param calls calls that came to an end, well or badly
  /// @param time wall time of those calls
  /// @param elements elements they were given (entries, tuples, bytes: see the kernel)
  /// @param bytes bytes of input they were given
  /// @param failures calls that ended in an exception
  /// @param fallbacks native calls that were run again on Java after a native fault
  public record KernelMetrics(
      String kernel,
      Engine engine,
      long calls,
      Duration time,
      long elements,
      long bytes,
      long failures,
      long fallbacks) {}

  /// Off-heap memory of the whole process.
  ///
  /// @param liveBytes bytes held by graphs, results and running calls
  /// @param peakBytes most of them at any time
  /// @param pooledBytes bytes kept for re-use, held by nobody
  public record MemoryMetrics(long liveBytes, long peakBytes, long pooledBytes) {}
}
