package dev.gatun.internal.exec;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/// A fault of the native library, in a flight recording.
@Name("dev.gatun.Fallback")
@Label("Gatun Fallback")
@Category("Gatun")
@Description("A native kernel failed in itself and was run again on Java")
final class FallbackEvent extends Event {
  @Label("Kernel")
  String kernel = "";

  @Label("Reason")
  String reason = "";

  static void emit(String kernel, String reason) {
    FallbackEvent event = new FallbackEvent();
    event.kernel = kernel;
    event.reason = reason;
    event.commit();
  }
}
