package dev.gatun.examples;

import dev.gatun.Gatun;
import dev.gatun.Metrics.OperationMetrics;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.RandomGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Gatun in JDK Flight Recorder: an event for each call (`dev.gatun.Call`), and one for each kernel
/// that is worth it (`dev.gatun.Kernel`). Here the program records itself;
/// `java -XX:StartFlightRecording:filename=run.jfr …` and `jfr print --categories Gatun run.jfr` do
/// the same from outside. What the events are is in docs/observability.md.
///
/// ```
/// java --enable-native-access=ALL-UNNAMED -cp "target/classes:target/lib/*" \
///     dev.gatun.examples.FlightRecorder data/trips.csv
/// ```
public final class FlightRecorder {
  private FlightRecorder() {}

  public static void main(String[] args) throws IOException {
    Path file = Files.createTempFile("gatun", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.gatun.Call").withoutThreshold();
      recording.enable("dev.gatun.Kernel").withoutThreshold();
      recording.start();
      try (CsrGraph graph = CsrGraph.builder().undirected().build(RandomGraphs.rmat(12, 8, 1));
          BfsResult hops = graph.bfs(0);
          CsvTable trips = CsvScan.of(Path.of(args[0])).read()) {
        System.out.printf("%d reached, %d trips%n", hops.reached(), trips.rowCount());
      }
      recording.stop();
      recording.dump(file);
    }
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      switch (event.getEventType().getName()) {
        case "dev.gatun.Call" ->
            print(event, "operation", (event.getLong("peakMemory") >> 10) + " KiB at most");
        case "dev.gatun.Kernel" ->
            print(event, "kernel", event.getLong("elements") + " elements");
        default -> {} // memory, the native library, sums by kernel
      }
    }
    Files.delete(file);

    // Counters since the JVM started, without a recording.
    for (OperationMetrics calls : Gatun.metrics().operations()) {
      System.out.printf(
          "%s: %d calls, %d failures, %d cancelled%n",
          calls.operation(), calls.calls(), calls.failures(), calls.cancelled());
    }
  }

  private static void print(RecordedEvent event, String what, String amount) {
    System.out.printf(
        "%s: %s %s on %s (%s), %d µs, %s%n",
        event.getEventType().getLabel(),
        event.getString(what),
        event.getString("outcome"),
        event.getString("engine"),
        event.getString("isa"),
        event.getDuration().toNanos() / 1000,
        amount);
  }
}
