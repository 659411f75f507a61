package dev.gatun.internal.exec;

import dev.gatun.Metrics.OperationMetrics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counters of one kind of public call.
public final class CallStats {
  /// How a call ended.
  enum Outcome {
    OK,
    FAILED,
    CANCELLED
  }

  private static final ConcurrentHashMap<String, CallStats> ALL = new ConcurrentHashMap<>();

  private final String operation;
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder cancelled = new LongAdder();

  private CallStats(String operation) {
    this.operation = operation;
  }

  static CallStats of(String operation) {
    CallStats known = ALL.get(operation);
    return known != null ? known : ALL.computeIfAbsent(operation, CallStats::new);
  }

  void record(long nanosTaken, Outcome outcome) {
    calls.increment();
    nanos.add(nanosTaken);
    switch (outcome) {
      case OK -> {}
      case FAILED -> failures.increment();
      case CANCELLED -> cancelled.increment();
    }
  }

  private OperationMetrics snapshot() {
    return new OperationMetrics(
        operation, calls.sum(), Duration.ofNanos(nanos.sum()), failures.sum(), cancelled.sum());
  }

  /// What every kind of call has counted, in order of name.
  public static List<OperationMetrics> snapshots() {
    return ALL.values().stream()
        .map(CallStats::snapshot)
        .filter(metrics -> metrics.calls() > 0)
        .sorted(Comparator.comparing(OperationMetrics::operation))
        .toList();
  }
}
