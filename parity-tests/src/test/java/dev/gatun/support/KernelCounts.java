package dev.gatun.support;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.Metrics.KernelMetrics;
import java.time.Duration;

/// What the counters of one kernel on one engine have moved by since they were looked at.
public final class KernelCounts {
  private final String kernel;
  private final Engine engine;
  private final KernelMetrics before;

  /// Looks at them.
  public KernelCounts(String kernel, Engine engine) {
    this.kernel = kernel;
    this.engine = engine;
    this.before = now();
  }

  private KernelMetrics now() {
    return Gatun.metrics().kernels().stream()
        .filter(metrics -> metrics.kernel().equals(kernel) && metrics.engine() == engine)
        .findFirst()
        .orElse(new KernelMetrics(kernel, engine, 0, Duration.ZERO, 0, 0, 0, 0));
  }

  /// Calls since.
  public long calls() {
    return now().calls() - before.calls();
  }

  /// Failed calls since.
  public long failures() {
    return now().failures() - before.failures();
  }

  /// Fallbacks since.
  public long fallbacks() {
    return now().fallbacks() - before.fallbacks();
  }

  /// Elements since.
  public long elements() {
    return now().elements() - before.elements();
  }

  /// Bytes since.
  public long bytes() {
    return now().bytes() - before.bytes();
  }

  /// Time since.
  public Duration time() {
    return now().time().minus(before.time());
  }
}
