package dev.gatun.internal.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.NativeFaultException;
import dev.gatun.RunOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fault of the native library leaves an event of its own in a flight recording.
class FallbackEventTest {
  private static final Kernel<String, String> BROKEN =
      new Kernel<>(
          "fake_broken",
          (arguments, _) -> arguments,
          (_, _) -> {
            throw new NativeFaultException("broken", null);
          });

  @BeforeEach
  void quiet() {
    Gatun.logLevel(Level.OFF);
  }

  @AfterEach
  void reset() {
    Gatun.logLevel(null);
  }

  private static void call() {
    RunOptions auto = RunOptions.defaults().engine(Engine.AUTO);
    try (Execution execution = Execution.begin("test", "test", auto, () -> null)) {
      assertEquals("x", BROKEN.call("x", new Work(1, 1), execution));
    }
  }

  @Test
  void names(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.gatun.Fallback").withStackTrace();
      recording.start();
      call();
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("dev.gatun.Fallback"))
            .toList();
    assertEquals(1, events.size());
    assertEquals("fake_broken", events.getFirst().getString("kernel"));
    assertEquals("broken", events.getFirst().getString("reason"));
    assertNotNull(events.getFirst().getStackTrace());
  }
}
