package dev.gatun.internal.exec;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One kernel call, in a flight recording.
@Name("dev.gatun.Kernel")
@Label("Gatun Kernel Call")
@Category("Gatun")
@Description("A call of a Gatun kernel on one engine")
@StackTrace(false)
final class KernelEvent extends Event {
  @Label("Kernel")
  String kernel = "";

  @Label("Engine")
  String engine = "";

  @Label("CPU Tier")
  String isa = "";

  @Label("Threads")
  int threads;

  @Label("Elements")
  long elements;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Outcome")
  @Description("ok, or the exception that ended the call")
  String outcome = "";
}
