package dev.gatun.internal.exec;

import jdk.jfr.FlightRecorder;

/// Whether this JVM has a flight recorder.
public final class Recorder {
  private Recorder() {}

  /// Whether anybody has begun to record since the JVM started. Before, no event need be made; the
  /// first one makes the JVM read its descriptions of all events, which takes a tenth of a second.
  public static boolean isThere() {
    return FlightRecorder.isInitialized();
  }
}
