package dev.gatun.internal.exec;

import dev.gatun.RunInfo;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One public call, in a flight recording: reading edges, building a graph, an algorithm, a scan
/// from its start until its reader is closed.
@Name("dev.gatun.Call")
@Label("Gatun Call")
@Category("Gatun")
@Description("A call of Gatun, with all kernels it runs")
@StackTrace(false)
final class CallEvent extends Event {
  @Label("Operation")
  @Description("What kind of call")
  String operation = "";

  @Label("Description")
  @Description("The operation and what it is done to")
  String description = "";

  @Label("Outcome")
  @Description("ok, failed or cancelled")
  String outcome = "";

  @Label("Engine")
  String engine = "";

  @Label("CPU Tier")
  String isa = "";

  @Label("Threads")
  int threads;

  @Label("Peak Memory")
  @Description("Most off-heap memory the call held at a time, results included")
  @DataAmount
  long peakMemory;

  /// Fills and commits it.
  void commit(String operation, String description, CallStats.Outcome outcome, RunInfo info) {
    this.operation = operation;
    this.description = description;
    this.outcome = outcome.name().toLowerCase(Locale.ROOT);
    engine = info.engine().name();
    isa = info.isa();
    threads = info.threads();
    peakMemory = info.peakBytes();
    commit();
  }
}
