package dev.gatun.internal.exec;

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
}
