package dev.gatun.internal.exec;

import dev.gatun.Engine;
import java.util.ArrayList;
import java.util.List;

/// The kernels of a part of a scan, and what it counts of them: a part that works on one thread
/// at a time, task by task, and calls [#flush] behind each task, however it ends. One per part, so
/// that counting is adding to plain fields.
public final class Tallies {
  private final Engine engine;
  private final List<KernelTally> all = new ArrayList<>();

  /// @param engine [Engine#NATIVE] or [Engine#JAVA]
  public Tallies(Engine engine) {
    this.engine = engine;
  }

  /// A kernel on the engine, counted here.
  public <T> Counted<T> on(Twin<T> kernel) {
    return new Counted<>(
        kernel.on(engine), KernelTally.among(all, KernelStats.of(kernel.name(), engine)));
  }

  /// Adds what the task has counted to the counters of the process.
  public void flush() {
    // By index: called for every task.
    for (int i = 0; i < all.size(); i++) {
      all.get(i).flushTask();
    }
  }
}
