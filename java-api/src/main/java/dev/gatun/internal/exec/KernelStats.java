package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.Metrics.KernelMetrics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counters of one kernel on one engine. Always on: a handful of uncontended adds per call.
public final class KernelStats {
  private record Key(String kernel, Engine engine) {}

  private static final ConcurrentHashMap<Key, KernelStats> ALL = new ConcurrentHashMap<>();

  private final Key key;
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder elements = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder fallbacks = new LongAdder();

  private KernelStats(Key key) {
    this.key = key;
  }

  static KernelStats of(String kernel, Engine engine) {
    return ALL.computeIfAbsent(new Key(kernel, engine), KernelStats::new);
  }

  void record(long nanosTaken, Work work, boolean failed) {
    calls.increment();
    nanos.add(nanosTaken);
    elements.add(work.elements());
    bytes.add(work.bytes());
    if (failed) {
      failures.increment();
    }
  }

  void recordFallback() {
    fallbacks.increment();
  }

  private KernelMetrics snapshot() {
    return new KernelMetrics(
        key.kernel,
        key.engine,
        calls.sum(),
        Duration.ofNanos(nanos.sum()),
        elements.sum(),
        bytes.sum(),
        failures.sum(),
        fallbacks.sum());
  }

  /// What every kernel has counted, in order of name and engine.
  public static List<KernelMetrics> snapshots() {
    return ALL.values().stream()
        .map(KernelStats::snapshot)
        .filter(m -> m.calls() > 0)
        .sorted(Comparator.comparing(KernelMetrics::kernel).thenComparing(KernelMetrics::engine))
        .toList();
  }
}
