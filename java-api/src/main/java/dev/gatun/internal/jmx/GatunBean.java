package dev.gatun.internal.jmx;

import dev.gatun.Gatun;
import dev.gatun.GatunMXBean;
import dev.gatun.internal.exec.Log;
import java.util.Map;
import javax.management.openmbean.TabularData;

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
  public TabularData getKernels() {
    return KernelTable.of(Gatun.metrics().kernels());
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
