package dev.gatun.micrometer;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.Metrics;
import dev.gatun.Metrics.KernelMetrics;
import dev.gatun.Metrics.OperationMetrics;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The latest counters, taken once for all meters of a scrape: meters are read one by one, and
/// there are hundreds of them.
final class Snapshots {
  /// One for all registries, and never collected: Micrometer refers weakly to what its counters
  /// read.
  static final Snapshots SHARED = new Snapshots(Gatun::metrics, System::nanoTime);

  static final long MAX_AGE_NANOS = 10_000_000;

  private final Supplier<Metrics> source;
  private final LongSupplier clock;
  private Snapshot latest;

  /// @param clock in nanoseconds
  Snapshots(Supplier<Metrics> source, LongSupplier clock) {
    this.source = source;
    this.clock = clock;
    this.latest = Snapshot.of(source.get(), clock.getAsLong());
  }

  private record Key(String kernel, Engine engine) {}

  private record Snapshot(
      long time,
      Metrics metrics,
      Map<Key, KernelMetrics> kernels,
      Map<String, OperationMetrics> operations) {

    static Snapshot of(Metrics metrics, long time) {
      return new Snapshot(
          time,
          metrics,
          metrics.kernels().stream()
              .collect(Collectors.toMap(k -> new Key(k.kernel(), k.engine()), Function.identity())),
          metrics.operations().stream()
              .collect(Collectors.toMap(OperationMetrics::operation, Function.identity())));
    }
  }

  /// At most a hundredth of a second old, and never older than one that was given before, so that
  /// counters only grow.
  private synchronized Snapshot latest() {
    long now = clock.getAsLong();
    if (now - latest.time >= MAX_AGE_NANOS) {
      latest = Snapshot.of(source.get(), now);
    }
    return latest;
  }

  /// Everything.
  Metrics metrics() {
    return latest().metrics;
  }

  /// What a kernel has done on an engine, null when it has not run there.
  @Nullable KernelMetrics kernel(String kernel, Engine engine) {
    return latest().kernels.get(new Key(kernel, engine));
  }

  /// What an operation has done, null when it has not been called.
  @Nullable OperationMetrics operation(String operation) {
    return latest().operations.get(operation);
  }
}
