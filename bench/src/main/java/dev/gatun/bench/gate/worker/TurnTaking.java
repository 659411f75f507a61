package dev.gatun.bench.gate.worker;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// A JMH profiler that holds each measured iteration back until it is this JVM's turn, and hands on
/// how much CPU time an operation took. Warm-up runs without turns, in both JVMs side by side.
public final class TurnTaking implements InternalProfiler {
  private final CpuClock clock = new CpuClock();

  @Override
  public String getDescription() {
    return "iterations in turn with another JVM";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      Link.awaitTurn();
      clock.start();
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      double nanos = clock.elapsed();
      Link.send("score " + nanos / result.getMetadata().getAllOps());
    }
    return List.of();
  }
}
