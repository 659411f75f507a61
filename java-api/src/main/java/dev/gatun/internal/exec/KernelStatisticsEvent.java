package dev.gatun.internal.exec;

import dev.gatun.Metrics.KernelMetrics;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// The counters of one kernel on one engine, in every chunk of a flight recording.
@Name("dev.gatun.KernelStatistics")
@Label("Gatun Kernel Statistics")
@Category("Gatun")
@Description("What a kernel has done on one engine since the JVM started")
@Period("endChunk")
@StackTrace(false)
final class KernelStatisticsEvent extends Event {
  @Label("Kernel")
  String kernel = "";

  @Label("Engine")
  String engine = "";

  @Label("Calls")
  long calls;

  @Label("Time")
  @Description("Wall time of all calls together")
  @Timespan
  long time;

  @Label("Elements")
  long elements;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Failures")
  @Description("Calls that ended in an exception")
  long failures;

  @Label("Fallbacks")
  @Description("Native calls that were run again on Java")
  long fallbacks;

  static void emitAll() {
    KernelStats.snapshots().forEach(KernelStatisticsEvent::emit);
  }

  private static void emit(KernelMetrics kernel) {
    KernelStatisticsEvent event = new KernelStatisticsEvent();
    event.kernel = kernel.kernel();
    event.engine = kernel.engine().name();
    event.calls = kernel.calls();
    event.time = kernel.time().toNanos();
    event.elements = kernel.elements();
    event.bytes = kernel.bytes();
    event.failures = kernel.failures();
    event.fallbacks = kernel.fallbacks();
    event.commit();
  }
}
