package dev.gatun.micrometer;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.Metrics.KernelMetrics;
import dev.gatun.Metrics.OperationMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// [Gatun#metrics] as meters: `new GatunMetrics().bindTo(registry)`.
///
/// | meter | labels | counts |
/// | --- | --- | --- |
/// | `gatun.call` (timer) | `operation` | public calls and their wall time |
/// | `gatun.call.failures` | `operation` | those that ended in an exception |
/// | `gatun.call.cancelled` | `operation` | those that were cancelled |
/// | `gatun.kernel` (timer) | `kernel`, `engine` | calls of kernels, time summed over threads |
/// | `gatun.kernel.elements` | `kernel`, `engine` | elements they were given |
/// | `gatun.kernel.bytes` | `kernel`, `engine` | bytes of input they were given |
/// | `gatun.kernel.failures` | `kernel`, `engine` | calls that ended in an exception |
/// | `gatun.kernel.fallbacks` | `kernel` | native calls that were run again on Java |
/// | `gatun.input.reads` | | reads of files, streams and other sources |
/// | `gatun.input.bytes` | | bytes that they gave |
///
/// Gauges are `gatun.memory.live`, `gatun.memory.peak` and `gatun.memory.pooled`, off-heap memory
/// in bytes, and `gatun.info`, always 1, with the labels `version`, `platform`, `native` and `isa`:
/// what ran when the meters were bound.
///
/// Timers have counts and sums, no percentiles. Labels are bounded: kernels are those of
/// [Gatun#kernelNames], there are two engines (`native`, `java`), and operations are some dozens of
/// constants. Meters of kernels are there from the start, at zero; those of an operation from the
/// first reading of `gatun.memory.live` after its first call on.
///
/// Values are read from one snapshot, at most a hundredth of a second old. The counters are of the
/// process: each registry shows all of them. Binding loads the native library if no call has.
public final class GatunMetrics implements MeterBinder {
  private static final Snapshots COUNTED = Snapshots.SHARED;

  private final Predicate<String> kernels;
  private final Tags tags;

  /// All meters, without further labels.
  public GatunMetrics() {
    this(_ -> true, Tags.empty());
  }

  /// Meters of some kernels only, as each has eleven.
  ///
  /// @param kernels whether a kernel is shown, by its name, such as `csr_bfs`
  /// @param tags labels of every meter
  public GatunMetrics(Predicate<String> kernels, Iterable<Tag> tags) {
    this.kernels = kernels;
    this.tags = Tags.of(tags);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bindInfo(registry);
    for (String kernel : Gatun.kernelNames()) {
      if (kernels.test(kernel)) {
        bindKernel(kernel, Engine.NATIVE, registry);
        bindKernel(kernel, Engine.JAVA, registry);
        counter(
            "gatun.kernel.fallbacks",
            "Native calls that were run again on Java",
            null,
            tags.and("kernel", kernel),
            counted -> number(counted.kernel(kernel, Engine.NATIVE), KernelMetrics::fallbacks),
            registry);
      }
    }
    counter(
        "gatun.input.reads",
        "Reads of files, streams and other sources",
        null,
        tags,
        counted -> counted.metrics().input().reads(),
        registry);
    counter(
        "gatun.input.bytes",
        "Bytes that files, streams and other sources gave",
        BaseUnits.BYTES,
        tags,
        counted -> counted.metrics().input().bytes(),
        registry);
    bindMemory(registry);
  }

  private void bindInfo(MeterRegistry registry) {
    boolean available = Gatun.nativeAvailable().available();
    Gauge.builder("gatun.info", () -> 1)
        .description("Version, platform and CPU tier of Gatun")
        .tags(tags.and("version", Gatun.version(), "isa", Gatun.isa()))
        .tag("platform", Gatun.debugInfo().getOrDefault("platform", "unknown"))
        .tag("native", available ? "loaded" : "not loaded")
        .register(registry);
  }

  private void bindKernel(String kernel, Engine engine, MeterRegistry registry) {
    Tags labels = tags.and("kernel", kernel, "engine", engine == Engine.NATIVE ? "native" : "java");
    FunctionTimer.builder(
            "gatun.kernel",
            COUNTED,
            counted -> number(counted.kernel(kernel, engine), KernelMetrics::calls),
            counted -> number(counted.kernel(kernel, engine), k -> k.time().toNanos()),
            TimeUnit.NANOSECONDS)
        .description("Calls of kernels, their time summed over threads")
        .tags(labels)
        .register(registry);
    counter(
        "gatun.kernel.elements",
        "Elements that kernels were given",
        null,
        labels,
        counted -> number(counted.kernel(kernel, engine), KernelMetrics::elements),
        registry);
    counter(
        "gatun.kernel.bytes",
        "Bytes of input that kernels were given",
        BaseUnits.BYTES,
        labels,
        counted -> number(counted.kernel(kernel, engine), KernelMetrics::bytes),
        registry);
    counter(
        "gatun.kernel.failures",
        "Calls of kernels that ended in an exception",
        null,
        labels,
        counted -> number(counted.kernel(kernel, engine), KernelMetrics::failures),
        registry);
  }

  private void bindMemory(MeterRegistry registry) {
    Set<String> bound = ConcurrentHashMap.newKeySet();
    bindNewOperations(bound, registry);
    gauge(
        "gatun.memory.live",
        "Off-heap memory held by graphs, results and running calls",
        () -> {
          // The one moment when it is known that somebody is looking.
          bindNewOperations(bound, registry);
          return COUNTED.metrics().memory().liveBytes();
        },
        registry);
    gauge(
        "gatun.memory.peak",
        "Most off-heap memory that was held at any time",
        () -> COUNTED.metrics().memory().peakBytes(),
        registry);
    gauge(
        "gatun.memory.pooled",
        "Off-heap memory that is kept for re-use and held by nobody",
        () -> COUNTED.metrics().memory().pooledBytes(),
        registry);
  }

  private void bindNewOperations(Set<String> bound, MeterRegistry registry) {
    for (OperationMetrics operation : COUNTED.metrics().operations()) {
      if (bound.add(operation.operation())) {
        bindOperation(operation.operation(), registry);
      }
    }
  }

  private void bindOperation(String operation, MeterRegistry registry) {
    Tags labels = tags.and("operation", operation);
    FunctionTimer.builder(
            "gatun.call",
            COUNTED,
            counted -> number(counted.operation(operation), OperationMetrics::calls),
            counted -> number(counted.operation(operation), o -> o.time().toNanos()),
            TimeUnit.NANOSECONDS)
        .description("Public calls that came to an end")
        .tags(labels)
        .register(registry);
    counter(
        "gatun.call.failures",
        "Public calls that ended in an exception",
        null,
        labels,
        counted -> number(counted.operation(operation), OperationMetrics::failures),
        registry);
    counter(
        "gatun.call.cancelled",
        "Public calls that were cancelled",
        null,
        labels,
        counted -> number(counted.operation(operation), OperationMetrics::cancelled),
        registry);
  }

  private static <T> long number(@Nullable T counters, ToLongFunction<T> number) {
    return counters == null ? 0 : number.applyAsLong(counters);
  }

  private static void counter(
      String name,
      String description,
      @Nullable String unit,
      Tags labels,
      ToLongFunction<Snapshots> count,
      MeterRegistry registry) {
    FunctionCounter.builder(name, COUNTED, count::applyAsLong)
        .description(description)
        .baseUnit(unit)
        .tags(labels)
        .register(registry);
  }

  private void gauge(
      String name, String description, Supplier<Number> bytes, MeterRegistry registry) {
    Gauge.builder(name, bytes)
        .description(description)
        .baseUnit(BaseUnits.BYTES)
        .tags(tags)
        .register(registry);
  }
}
