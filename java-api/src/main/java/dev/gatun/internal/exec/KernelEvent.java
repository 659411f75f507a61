package dev.gatun.internal.exec;

import dev.gatun.Engine;
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

  static KernelEvent begun() {
    KernelEvent event = new KernelEvent();
    event.begin();
    return event;
  }

  /// Ends it, fills it and commits it, if anybody wants it.
  void commit(String kernel, Engine engine, Work work, String outcome, int threads) {
    end();
    if (shouldCommit()) {
      this.kernel = kernel;
      this.engine = engine.name();
      this.isa = Isa.of(engine);
      this.threads = threads;
      this.elements = work.elements();
      this.bytes = work.bytes();
      this.outcome = outcome;
      commit();
    }
  }
}
