package dev.gatun;

import java.util.Map;

/// The library over JMX, as `dev.gatun:type=Gatun`; see [Gatun#registerMBean]. Reading an attribute
/// is cheap; those that begin with `Native`, the CPU tier and the debug information load the native
/// library when no call has done so.
public interface GatunMXBean {
  /// [Gatun#version].
  String getVersion();

  /// The engine of calls that do not choose one: `AUTO`, `NATIVE` or `JAVA`.
  String getEngine();

  /// Whether kernels can run natively.
  boolean isNativeAvailable();

  /// Why not, or what was loaded.
  String getNativeReason();

  /// [Gatun#isa].
  String getIsa();

  /// Off-heap memory held by graphs, results and running calls, in bytes.
  long getLiveBytes();

  /// Most off-heap memory held at any time, in bytes.
  long getPeakBytes();

  /// Off-heap memory that is kept for re-use and held by nobody, in bytes.
  long getPooledBytes();

  /// Bytes that files, streams and other sources have given.
  long getInputBytes();

  /// What has run of each kernel, by its name and engine: `csr_bfs NATIVE`.
  Map<String, KernelRow> getKernels();

  /// What has been called, by operation: `bfs`, `csv scan`.
  Map<String, OperationRow> getOperations();

  /// [Gatun#debugInfo].
  Map<String, String> getDebugInfo();

  /// The log level: `off`, `error`, `warning`, `info`, `debug` or `trace`, or `default` while the
  /// logger decides.
  String getLogLevel();

  /// Sets the log level; `default` goes back to what the settings say.
  ///
  /// @throws IllegalArgumentException when it is none
  void setLogLevel(String level);

  /// [Gatun#trimMemory].
  void trimMemory();

  /// What one kernel did on one engine since the JVM started, see [Metrics.KernelMetrics].
  ///
  /// @param calls calls that came to an end
  /// @param seconds wall time of those calls, summed over threads
  /// @param elements elements they were given
  /// @param bytes bytes of input they were given
  /// @param failures calls that ended in an exception
  /// @param fallbacks native calls that were run again on Java
  record KernelRow(
      long calls, double seconds, long elements, long bytes, long failures, long fallbacks) {}

  /// What one kind of public call did since the JVM started, see [Metrics.OperationMetrics].
  ///
  /// @param calls calls that came to an end
  /// @param seconds wall time of those calls
  /// @param failures calls that ended in an exception, cancelled ones left out
  /// @param cancelled calls that were cancelled
  record OperationRow(long calls, double seconds, long failures, long cancelled) {}
}
