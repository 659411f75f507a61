package dev.gatun.internal.exec;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/// Off-heap memory of the process, now and then in a flight recording.
@Name("dev.gatun.Memory")
@Label("Gatun Memory")
@Category("Gatun")
@Description("Off-heap memory of Gatun in this process")
@Period("1 s")
@StackTrace(false)
final class MemoryEvent extends Event {
  @Label("Live")
  @Description("Held by graphs, results and running calls")
  @DataAmount
  long live;

  @Label("Peak")
  @Description("Most that was held at any time")
  @DataAmount
  long peak;

  @Label("Pooled")
  @Description("Kept for re-use and held by nobody")
  @DataAmount
  long pooled;

  static void emit() {
    MemoryEvent event = new MemoryEvent();
    event.live = MemoryAccount.process().live();
    event.peak = MemoryAccount.process().peak();
    event.pooled = BlockPool.shared().idleBytes();
    event.commit();
  }
}
