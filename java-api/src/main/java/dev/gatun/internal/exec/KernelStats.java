package dev.gatun.internal.exec;

import dev.gatun.Engine;
import dev.gatun.Metrics.KernelMetrics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counters of one kernel on one engine, for all threads. Always on: a handful of adds for what a
/// [KernelTally] has counted.
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

  /// The counters of a kernel: the same object every time.
  static KernelStats of(String kernel, Engine engine) {
    return ALL.computeIfAbsent(new Key(kernel, engine), KernelStats::new);
  }

  String kernel() {
    return key.kernel;
  }

  Engine engine() {
    return key.engine;
  }

  /// Calls have ended.
  void record(
      long callsEnded, long nanosTaken, long elementsGiven, long bytesGiven, long callsFailed) {
    calls.add(callsEnded);
    nanos.add(nanosTaken);
    elements.add(elementsGiven);
    bytes.add(bytesGiven);
    if (callsFailed != 0) {
      failures.add(callsFailed);
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
