package dev.gatun.bench.gate.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/// Measures the CPU time of this JVM's Java threads, native code called by them included, its
/// compiler and collector not.
///
/// A kernel neither sleeps nor waits, so that CPU time is its time on a machine of its own; the
/// time on the wall also has what other programs were given.
final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> before = new HashMap<>();

  void start() {
    before.clear();
    for (long id : THREADS.getAllThreadIds()) {
      before.put(id, THREADS.getThreadCpuTime(id));
    }
  }

  /// Nanoseconds since the start.
  long elapsed() {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      // -1 when the thread has just ended.
      long now = THREADS.getThreadCpuTime(id);
      sum += Math.max(0, now - before.getOrDefault(id, 0L));
    }
    return sum;
  }
}
