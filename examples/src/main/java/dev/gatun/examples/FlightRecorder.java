package dev.gatun.examples;

import dev.gatun.Gatun;
import dev.gatun.Metrics.KernelMetrics;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.RandomGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Gatun in JDK Flight Recorder: an event for each call of a kernel. Here the program records
/// itself; `java -XX:StartFlightRecording:filename=run.jfr …` and `jfr print --events
/// dev.gatun.Kernel run.jfr` do the same from outside.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.FlightRecorder
/// ```
public final class FlightRecorder {
  private FlightRecorder() {}

  public static void main(String[] args) throws IOException {
    Path file = Files.createTempFile("gatun", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.gatun.Kernel").withoutThreshold();
      recording.start();
      try (CsrGraph graph = CsrGraph.builder().undirected().build(RandomGraphs.rmat(12, 8, 1));
          BfsResult hops = graph.bfs(0);
          ComponentsResult components = graph.components()) {
        System.out.printf("%d reached, %d components%n", hops.reached(), components.count());
      }
      recording.stop();
      recording.dump(file);
    }
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      System.out.printf(
          "%s on %s (%s), %d elements, %d µs: %s%n",
          event.getString("kernel"),
          event.getString("engine"),
          event.getString("isa"),
          event.getLong("elements"),
          event.getDuration().toNanos() / 1000,
          event.getString("outcome"));
    }
    Files.delete(file);

    // The same, summed up since the JVM started, without a recording.
    for (KernelMetrics kernel : Gatun.metrics().kernels()) {
      System.out.printf(
          "%-16s %d calls, %d failures, %d fallbacks%n",
          kernel.kernel(), kernel.calls(), kernel.failures(), kernel.fallbacks());
    }
  }
}
