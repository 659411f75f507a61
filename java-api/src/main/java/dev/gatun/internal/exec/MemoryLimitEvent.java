package dev.gatun.internal.exec;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/// A call that was refused memory, in a flight recording.
@Name("dev.gatun.MemoryLimit")
@Label("Gatun Memory Limit Reached")
@Category("Gatun")
@Description("A call asked for more off-heap memory than its limit allows")
final class MemoryLimitEvent extends Event {
  @Label("Operation")
  String operation = "";

  @Label("Requested")
  @DataAmount
  long requested;

  @Label("Held")
  @Description("What the call held before")
  @DataAmount
  long held;

  @Label("Limit")
  @DataAmount
  long limit;

  static void emit(String operation, long requested, long held, long limit) {
    MemoryLimitEvent event = new MemoryLimitEvent();
    event.operation = operation;
    event.requested = requested;
    event.held = held;
    event.limit = limit;
    event.commit();
  }
}
