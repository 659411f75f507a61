package dev.gatun.internal.exec;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// What a task of a scan did with one kernel, in a flight recording: the kernels of scans are
/// called too often for an event each. Off unless asked for: even so there are thousands a second.
@Name("dev.gatun.KernelCalls")
@Label("Gatun Kernel Calls")
@Category("Gatun")
@Description("Calls of a Gatun kernel in one task of a scan")
@Enabled(false)
@StackTrace(false)
final class KernelCallsEvent extends Event {
  @Label("Kernel")
  String kernel = "";

  @Label("Engine")
  String engine = "";

  @Label("Calls")
  long calls;

  @Label("Time")
  @Description("Of all calls together; that of short ones is estimated")
  @Timespan
  long time;

  @Label("Elements")
  long elements;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Failures")
  long failures;
}
