package dev.gatun;

import java.util.Map;
import javax.management.openmbean.TabularData;

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

  /// A row per kernel and engine that has run: `kernel`, `engine`, `calls`, `seconds`, `elements`,
  /// `bytes`, `failures`, `fallbacks`, as in [Metrics.KernelMetrics]. Kernel and engine are the
  /// key.
  TabularData getKernels();

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
}
