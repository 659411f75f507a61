package dev.gatun.lifecycle;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.KernelCounts;
import dev.gatun.support.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Which engine one breadth-first search ran on, as each of the places tells that one can look at.
///
/// @param info the result's [dev.gatun.RunInfo]
/// @param counted engines whose call counter has moved
/// @param recorded engines of the kernel's events in a flight recording
record Observed(Engine info, List<Engine> counted, List<Engine> recorded) {

  /// All places say the same.
  static Observed only(Engine engine) {
    return new Observed(engine, List.of(engine), List.of(engine));
  }

  /// Searches with these options and looks.
  static Observed of(RunOptions options) {
    KernelCounts java = new KernelCounts("csr_bfs", Engine.JAVA);
    KernelCounts natives = new KernelCounts("csr_bfs", Engine.NATIVE);
    Engine[] info = new Engine[1];
    List<RecordedEvent> events =
        recorded(
            "dev.gatun.Kernel",
            () -> {
              try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(10).list());
                  BfsResult result = graph.bfs(Bfs.from(0), options)) {
                info[0] = result.info().engine();
              }
            });
    List<Engine> counted = new ArrayList<>();
    counted.addAll(java.calls() == 1 ? List.of(Engine.JAVA) : List.of());
    counted.addAll(natives.calls() == 1 ? List.of(Engine.NATIVE) : List.of());
    return new Observed(
        info[0],
        counted,
        events.stream()
            .filter(event -> event.getString("kernel").equals("csr_bfs"))
            .map(event -> Engine.valueOf(event.getString("engine")))
            .toList());
  }

  /// The events of that name of what `body` does.
  static List<RecordedEvent> recorded(String event, Runnable body) {
    try (Recording recording = new Recording()) {
      recording.enable(event);
      recording.start();
      body.run();
      recording.stop();
      Path file = Files.createTempFile("gatun-test", ".jfr");
      try {
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
            .filter(found -> found.getEventType().getName().equals(event))
            .toList();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// For a JVM of its own.
  public static void main(String[] arguments) {
    System.out.println(of(RunOptions.defaults()));
  }
}
