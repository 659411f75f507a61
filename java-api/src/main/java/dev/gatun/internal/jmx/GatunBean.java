package dev.gatun.internal.jmx;

import dev.gatun.Gatun;
import dev.gatun.GatunMXBean;
import dev.gatun.Metrics.KernelMetrics;
import dev.gatun.Metrics.OperationMetrics;
import dev.gatun.internal.exec.Log;
import java.util.LinkedHashMap;
import java.util.Map;

/// The bean: the public API, attribute by attribute.
final class GatunBean implements GatunMXBean {
  private static final String DEFAULT = "default";

  @Override
  public String getVersion() {
    return Gatun.version();
  }

  @Override
  public String getEngine() {
    return getDebugInfo().getOrDefault("engine", "AUTO");
  }

  @Override
  public boolean isNativeAvailable() {
    return Gatun.nativeAvailable().available();
  }

  @Override
  public String getNativeReason() {
    return Gatun.nativeAvailable().reason();
  }

  @Override
  public String getIsa() {
    return Gatun.isa();
  }

  @Override
  public long getLiveBytes() {
    return Gatun.metrics().memory().liveBytes();
  }

  @Override
  public long getPeakBytes() {
    return Gatun.metrics().memory().peakBytes();
  }

  @Override
  public long getPooledBytes() {
    return Gatun.metrics().memory().pooledBytes();
  }

  @Override
  public long getInputBytes() {
    return Gatun.metrics().input().bytes();
  }

  @Override
  public Map<String, KernelRow> getKernels() {
    Map<String, KernelRow> rows = new LinkedHashMap<>();
    for (KernelMetrics kernel : Gatun.metrics().kernels()) {
      rows.put(
          kernel.kernel() + " " + kernel.engine(),
          new KernelRow(
              kernel.calls(),
              kernel.time().toNanos() / 1e9,
              kernel.elements(),
              kernel.bytes(),
              kernel.failures(),
              kernel.fallbacks()));
    }
    return rows;
  }

  @Override
  public Map<String, OperationRow> getOperations() {
    Map<String, OperationRow> rows = new LinkedHashMap<>();
    for (OperationMetrics operation : Gatun.metrics().operations()) {
      rows.put(
          operation.operation(),
          new OperationRow(
              operation.calls(),
              operation.time().toNanos() / 1e9,
              operation.failures(),
              operation.cancelled()));
    }
    return rows;
  }

  @Override
  public Map<String, String> getDebugInfo() {
    return Gatun.debugInfo();
  }

  @Override
  public String getLogLevel() {
    var level = Gatun.logLevel();
    return level == null ? DEFAULT : Log.name(level);
  }

  @Override
  public void setLogLevel(String level) {
    Gatun.logLevel(level.equals(DEFAULT) ? null : Log.parse(level));
  }

  @Override
  public void trimMemory() {
    Gatun.trimMemory();
  }
}
