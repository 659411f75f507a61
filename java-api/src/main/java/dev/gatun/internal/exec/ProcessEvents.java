package dev.gatun.internal.exec;

import jdk.jfr.FlightRecorder;

/// Events about the process and not about a call, written at intervals. The flight recorder is told
/// of them when it first records a call: whoever never records pays nothing, and no class loader is
/// kept alive.
final class ProcessEvents {
  static {
    FlightRecorder.addPeriodicEvent(MemoryEvent.class, MemoryEvent::emit);
    FlightRecorder.addPeriodicEvent(NativeLibraryEvent.class, NativeLibraryEvent::emit);
    FlightRecorder.addPeriodicEvent(KernelStatisticsEvent.class, KernelStatisticsEvent::emitAll);
  }

  private ProcessEvents() {}

  /// Does so unless it is done.
  static void start() {}
}
